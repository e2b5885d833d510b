# The first process of the pid namespace: starts the server, reaps orphans, and by its end ends everything else.
# It first says on descriptor 4 that the sandbox stands and waits for an answer: from here on the kernel ends it with
# the crawler, but a crawler that died while the sandbox was being built would have left it behind.
echo ready >&4
read -r go <&4 || exit 125
exec 4<&-
"$@"
exit $?
