# Builds the minimal root and moves into it. Runs as the first process of fresh namespaces, with
# every capability there and none outside.
# Nothing is put into this text: all that varies comes as arguments, each list ended by --:
#   scratch size, host name, home
#   links:    target path
#   devices:  name
#   scratch:  path
#   mounts:   source target kind flags (kind: folder, file or nested; flags: locked ones that a remount must repeat)
#   files:    size path                (contents follow one another on descriptor 3)
#   launcher, a script for the sandbox with its arguments
set -eu
umask 022
size=$1 hostname=$2 home=$3
shift 3

# Never a source of a mount, so covering it hides nothing that is needed below.
root=/sys
mount -t tmpfs -o mode=755,nosuid,nodev,size=16m none "$root"
hostname "$hostname" || echo "$hostname" >/proc/sys/kernel/hostname
ip link set lo up 2>/dev/null || true

while [ "$1" != -- ]; do
  ln -s "$1" "$root$2"
  shift 2
done
shift

mkdir -p "$root/proc" "$root/dev"
mount -t proc -o nosuid,nodev,noexec none "$root/proc"
while [ "$1" != -- ]; do
  touch "$root/dev/$1"
  mount --bind "/dev/$1" "$root/dev/$1"
  # Under root's id a process without any capability may still chmod root's files, so devices are read-only as well.
  mount -o remount,bind,ro,nosuid,noexec none "$root/dev/$1"
  shift
done
shift
ln -s /proc/self/fd "$root/dev/fd"
ln -s /proc/self/fd/0 "$root/dev/stdin"
ln -s /proc/self/fd/1 "$root/dev/stdout"
ln -s /proc/self/fd/2 "$root/dev/stderr"

while [ "$1" != -- ]; do
  mkdir -p "$root$1"
  mount -t tmpfs -o "mode=755,nosuid,nodev,size=$size" none "$root$1"
  shift
done
shift

while [ "$1" != -- ]; do
  case $3 in
    folder) mkdir -p "$root$2" && mount --rbind "$1" "$root$2" ;;
    file) mkdir -p "$root${2%/*}" && touch "$root$2" && mount --bind "$1" "$root$2" ;;
  esac
  mount -o "remount,bind,ro,nosuid,nodev$4" none "$root$2"
  shift 4
done
shift

while [ "$1" != -- ]; do
  mkdir -p "$root${2%/*}"
  head -c "$1" <&3 >"$root$2"
  shift 2
done
shift

# No further user namespaces: they would give a stranger much more of the kernel to try.
echo 0 >/proc/sys/user/max_user_namespaces
mkdir "$root/.host"
cd "$root"
pivot_root . .host
umount -l /.host
rmdir /.host
mount -o remount,bind,ro,nosuid,nodev,noexec none /proc
mount -o remount,bind,ro,nosuid,nodev none /
cd "$home"
unset OLDPWD

exec setpriv --bounding-set=-all --inh-caps=-all --ambient-caps=-all --no-new-privs /bin/sh -c "$@"
