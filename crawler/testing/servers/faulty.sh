# A server in a few lines of shell, so that hundreds start in seconds. The first argument says what is wrong with it.
answer() {
  case $line in
    *'"initialize"'*) result='{"protocolVersion":"2025-06-18","capabilities":{"tools":{}},"serverInfo":{"name":"sh","version":"1"}}' ;;
    *'"tools/list"'*) result='{"tools":[{"name":"look","inputSchema":{"type":"object"}}]}' ;;
    *) return ;;
  esac
  printf '{"jsonrpc":"2.0","id":%s,"result":%s}\n' "$(printf '%s' "$line" | sed 's/.*"id":\([0-9]*\).*/\1/')" "$result"
}

case $1 in
  crashes) echo 'It fell over.' >&2; exit 1 ;;
  hangs) exec sleep 600 ;;
  floods) exec yes 'No message at all.' ;;
esac
while read -r line; do
  [ "$1" = is-slow ] && sleep 0.2
  if [ "$1" = answers-bad-json ]; then echo '{"jsonrpc":"2.0","id":'; else answer; fi
done
