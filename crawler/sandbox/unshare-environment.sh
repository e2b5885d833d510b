# Arguments: name size for each variable, whose values follow one another on descriptor 3, --, a command.
# Only here, inside the sandbox, may a stranger's variables (LD_PRELOAD among them) reach a process.
while [ "$1" != -- ]; do
  value=$(head -c "$2" <&3; printf .)
  export "$1=${value%.}"
  shift 2
done
shift
exec 3<&-
