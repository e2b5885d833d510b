# Arguments: devices as absolute paths, --, a command.
# A process that runs under root's id, even without any capability, may chmod root's files: the device nodes of the
# host among them. Binds made from a read-only mount are read-only too.
set -eu
while [ "$1" != -- ]; do
  mount --bind "$1" "$1"
  mount -o remount,bind,ro none "$1"
  shift
done
shift
exec "$@"
