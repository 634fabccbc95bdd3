# shellcheck shell=bash
# The keys and certificates of one cluster, below $STATE/pki. Elliptic-curve keys, because making RSA keys takes seconds; the one
# RSA key is there so that the client meets one too.

# make_certificates: one authority, a certificate for every component, and those that the tests' kubeconfigs need.
make_certificates() {
    mkdir -p "$STATE/pki"
    (
        umask 077
        cd "$STATE/pki" || exit
        printf '%s\n' '[req]' 'distinguished_name = name' '[name]' >openssl.cnf
        make_authority ca "/CN=skubectl-$NAME"
        make_authority other-ca "/CN=another-authority"
        make_certificate apiserver "/CN=kube-apiserver" \
            "subjectAltName=IP:127.0.0.1,IP:10.96.0.1,DNS:localhost,DNS:kubernetes.default.svc,DNS:kubernetes"
        make_certificate kubelet "/O=system:nodes/CN=system:node:$NODE_NAME" "subjectAltName=DNS:$NODE_NAME,IP:127.0.0.1"
        make_certificate admin "/O=system:masters/CN=kubernetes-admin"
        make_certificate controller-manager "/CN=system:kube-controller-manager"
        make_certificate scheduler "/CN=system:kube-scheduler"
        make_certificate kubelet-client "/O=system:masters/CN=kube-apiserver-kubelet-client"
        make_certificate aggregator "/CN=front-proxy-client"
        make_certificate limited "/O=guests/CN=limited"
        KEY_ALGORITHM=rsa:2048 make_certificate rsa-admin "/O=system:masters/CN=rsa-admin"
        make_expired_certificate expired "/O=system:masters/CN=expired-admin"
        openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out service-account.key
        openssl pkey -in service-account.key -pubout -out service-account.pub
    ) >"$STATE/logs/certificates.log" 2>&1
}

make_authority() {
    openssl req -config openssl.cnf -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365 -subj "$2" \
        -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,digitalSignature,keyCertSign,cRLSign \
        -addext subjectKeyIdentifier=hash -keyout "$1.key" -out "$1.crt"
}

# make_certificate FILE SUBJECT [EXTENSION]: good for a server and for a client.
make_certificate() {
    local algorithm=(ec -pkeyopt ec_paramgen_curve:P-256) extensions=(-addext "extendedKeyUsage=serverAuth,clientAuth")
    [[ -z "${KEY_ALGORITHM:-}" ]] || algorithm=("$KEY_ALGORITHM")
    [[ $# -lt 3 ]] || extensions+=(-addext "$3")
    openssl req -config openssl.cnf -x509 -CA ca.crt -CAkey ca.key -newkey "${algorithm[@]}" -nodes -days 365 -subj "$2" \
        -addext basicConstraints=critical,CA:FALSE -addext keyUsage=critical,digitalSignature,keyEncipherment "${extensions[@]}" \
        -keyout "$1.key" -out "$1.crt"
}

# Only "openssl ca" can date a certificate in the past.
make_expired_certificate() {
    openssl req -config openssl.cnf -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "$2" -keyout "$1.key" -out "$1.csr"
    : >index.txt
    printf '%s\n' '[ca]' 'default_ca = past' '[past]' 'database = index.txt' 'new_certs_dir = .' 'rand_serial = yes' \
        'default_md = sha256' 'policy = any' '[any]' 'organizationName = optional' 'commonName = supplied' >past.cnf
    openssl ca -batch -notext -config past.cnf -cert ca.crt -keyfile ca.key -startdate 20200101000000Z -enddate 20200201000000Z \
        -in "$1.csr" -out "$1.crt"
}
