#!/bin/sh
# Makes in the current folder: an authority (rootcert.pem), a server's and a client's certificate signed by it, and a stranger's.
set -e
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=authority' -keyout rootkey.pem -out rootcert.pem 2>/dev/null
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=stranger' -keyout stranger-key.pem -out stranger.pem 2>/dev/null
for pair in '127.0.0.1 server' 'alice certificate'; do
  set -- $pair
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$2-key.pem" -out "$2.csr" 2>/dev/null
  openssl x509 -req -days 30 -in "$2.csr" -CA rootcert.pem -CAkey rootkey.pem -CAcreateserial -out "$2.pem" 2>/dev/null
done
mv certificate-key.pem key.pem
chmod 600 key.pem stranger-key.pem
