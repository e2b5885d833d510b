"""An MCP server of the 2025 era by hand. Its tools say what it sees of its surroundings."""

import json
import os
import sys


def main():
    seen = {"arguments": sys.argv, "paths": sys.path, "environment": dict(os.environ), "folder": os.getcwd()}
    tools = [{"name": "tell", "description": json.dumps(seen), "inputSchema": {"type": "object"}}]
    for line in sys.stdin:
        message = json.loads(line)
        if message.get("method") == "initialize":
            result = {
                "protocolVersion": message["params"]["protocolVersion"],
                "capabilities": {"tools": {}},
                "serverInfo": {"name": "tiny", "version": "1.0.0"},
            }
        elif message.get("method") == "tools/list":
            result = {"tools": tools}
        else:
            continue
        print(json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": result}), flush=True)
