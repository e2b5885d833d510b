"""Writes a wheel: write-wheel.py <folder> <distribution> <version> <files and metadata as JSON>."""

import json
import sys
import zipfile

folder, distribution, version, content = sys.argv[1:5]
given = json.loads(content)
info = f"{distribution}-{version}.dist-info"
metadata = "".join(f"{line}\n" for line in ["Metadata-Version: 2.1", f"Name: {distribution}", f"Version: {version}", *given["metadata"]])
files = {
    **given["files"],
    f"{info}/METADATA": metadata,
    f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    f"{info}/entry_points.txt": given.get("entryPoints", ""),
}
files[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in files)
with zipfile.ZipFile(f"{folder}/{distribution}-{version}-py3-none-any.whl", "w") as wheel:
    for path, text in files.items():
        wheel.writestr(path, text)
