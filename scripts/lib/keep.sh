#!/bin/sh
# keep.sh PIDFILE REMOVE PROGRAM ARGS…
# Runs a program for as long as standard input stays open: when the process at its other end is gone,
# even by kill -9, the program is asked to finish. Then the folder REMOVE, unless empty, is removed, but for a
# program that failed: its logs are there.
pidfile=$1 remove=$2
shift 2
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
echo "$program" >"$pidfile"
{ cat <&3 >/dev/null; kill "$program"; sleep 30; kill -9 "$program"; } 2>/dev/null &
watcher=$!
wait "$program"
status=$?
kill "$watcher"
rm -f "$pidfile"
case $status in
  0 | 137 | 143) [ -z "$remove" ] || rm -rf "$remove" ;;
esac
exit "$status"
