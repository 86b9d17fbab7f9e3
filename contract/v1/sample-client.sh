#!/bin/sh
# A node of the exchange in plain sh, curl and openssl 3, to read and to try:
#   NODE=police-XX EXCHANGE=https://exchange.example sample-client.sh key              makes your key, prints what to enter at the desk
#   … sample-client.sh trust              fetches the portal's key once; compare its id with what the national office tells you
#   … sample-client.sh send FILE          signs and sends a message (.json, .xml) or one a line (.ndjson), and checks the receipt
#   … sample-client.sh outcomes [CURSOR]  fetches what became of your messages since
#   … sample-client.sh told [SEQUENCE]    fetches what the portal tells you of your papers, after a sequence
#   … sample-client.sh have SEQUENCE      says that you keep what it told, up to that sequence: it is not told again
set -eu
: "${NODE:?the code of your node, such as police-WB}" "${EXCHANGE:=http://127.0.0.1:4712}"
: "${KEY:=./$NODE.pem}" "${PORTAL_KEY:=./portal.pem}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$1" >&2; exit 1; }

# A key is called by its owner and the first 16 digits of the SHA-256 of its 32 bytes.
print_of() { tail -c 32 | openssl dgst -sha256 -r | cut -c1-16; }
own_id() { echo "$NODE:$(openssl pkey -in "$KEY" -pubout -outform DER | print_of)"; }
portal_id() { echo "portal:$(openssl pkey -pubin -in "$PORTAL_KEY" -outform DER | print_of)"; }
digest_of() { echo "sha-256=:$(openssl dgst -sha256 -binary "$1" | openssl base64 -A):"; }
field() { awk -v name="$1" 'tolower($0) ~ "^" name ":" { sub(/^[^:]*: */, ""); sub(/\r$/, ""); print }' "$work/head"; }

# sign COMPONENTS PARAMETERS: COMPONENTS are the lines of what is signed, without the last.
sign() {
  printf '%s\n"@signature-params": %s' "$1" "$2" > "$work/base"
  openssl pkeyutl -sign -inkey "$KEY" -rawin -in "$work/base" | openssl base64 -A
}
parameters() { echo "($1);created=$(date +%s);keyid=\"$(own_id)\";alg=\"ed25519\";tag=\"vatsalya-exchange\""; }

# check COVERED LINES: whether the answer in $work is signed by the portal, for this very request.
check() {
  [ -f "$PORTAL_KEY" ] || fail "first fetch the portal's key: sample-client.sh trust"
  [ "$(field content-digest)" = "$(digest_of "$work/body")" ] || fail 'the answer is not what its digest says'
  input=$(field signature-input)
  case "$input" in
    "sig1=($1);created="*";keyid=\"$(portal_id)\";alg=\"ed25519\";tag=\"vatsalya-receipt\"") ;;
    *) fail "the answer is not signed as it should be: $input" ;;
  esac
  printf '"@status": %s\n"content-digest": %s\n"content-type": %s\n%s\n"@signature-params": %s' \
    "$status" "$(field content-digest)" "$(field content-type)" "$2" "${input#sig1=}" > "$work/base"
  field signature | sed 's/^sig1=://; s/:$//' | openssl base64 -d -A > "$work/signature"
  openssl pkeyutl -verify -pubin -inkey "$PORTAL_KEY" -rawin -in "$work/base" -sigfile "$work/signature" > /dev/null ||
    fail "the portal's signature does not hold"
}

# post PATH FILE TYPE STATUS: what is sent, and the status a receipt comes with.
post() {
  digest=$(digest_of "$2")
  given=$(parameters '"@method" "@path" "content-digest" "content-type"')
  signature=$(sign "$(printf '"@method": POST\n"@path": %s\n"content-digest": %s\n"content-type": %s' "$1" "$digest" "$3")" "$given")
  status=$(curl -sS -D "$work/head" -o "$work/body" -w '%{http_code}' --data-binary "@$2" \
    -H "Content-Type: $3" -H "Content-Digest: $digest" -H "Signature-Input: sig1=$given" -H "Signature: sig1=:$signature:" "$EXCHANGE$1")
  [ "$status" = "$4" ] || fail "not taken ($status): $(cat "$work/body")"
  check '"@status" "content-digest" "content-type" "@path";req "content-digest";req' \
    "$(printf '"@path";req: %s\n"content-digest";req: %s' "$1" "$digest")"
}

# get PATH QUERY
get() {
  given=$(parameters '"@method" "@path" "@query"')
  signature=$(sign "$(printf '"@method": GET\n"@path": %s\n"@query": %s' "$1" "$2")" "$given")
  status=$(curl -sS -D "$work/head" -o "$work/body" -w '%{http_code}' \
    -H "Signature-Input: sig1=$given" -H "Signature: sig1=:$signature:" "$EXCHANGE$1$2")
  [ "$status" = 200 ] || fail "not answered ($status): $(cat "$work/body")"
  check '"@status" "content-digest" "content-type" "@path";req "@query";req' "$(printf '"@path";req: %s\n"@query";req: %s' "$1" "$2")"
  cat "$work/body"
}

case "${1:-}" in
  key)
    [ -f "$KEY" ] || (umask 077 && openssl genpkey -algorithm ed25519 -out "$KEY")
    own_id
    openssl pkey -in "$KEY" -pubout
    ;;
  trust)
    curl -sS --fail -o "$PORTAL_KEY" "$EXCHANGE/v1/contract/portal-key.pem"
    portal_id
    ;;
  send)
    file=${2:?the file to send}
    [ -r "$file" ] || fail "no file $file can be read"
    case "$file" in *.xml) type=application/xml ;; *.ndjson) type=application/x-ndjson ;; *) type=application/json ;; esac
    post /v1/messages "$file" "$type" 202
    cat "$work/body" # keep it: it is the portal's word that your messages are in its hands
    ;;
  outcomes) get /v1/outcomes "?after=${2:-0}" ;;
  told) get /v1/outgoing "?after=${2:-0}&limit=100" ;;
  have)
    printf '{"upTo":%s}' "${2:?up to which sequence}" > "$work/have"
    post /v1/outgoing/acknowledged "$work/have" application/json 200
    cat "$work/body"
    ;;
  *) fail 'key, trust, send FILE, outcomes [CURSOR], told [SEQUENCE] or have SEQUENCE' ;;
esac
