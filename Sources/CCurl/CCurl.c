#define _GNU_SOURCE
#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>

// MARK: - Loading

static struct {
    CURLcode (*global_init)(long);
    curl_version_info_data *(*version_info)(CURLversion);
    CURL *(*easy_init)(void);
    void (*easy_reset)(CURL *);
    void (*easy_cleanup)(CURL *);
    CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
    CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
    CURLcode (*easy_pause)(CURL *, int);
    CURLcode (*easy_send)(CURL *, const void *, size_t, size_t *);
    CURLcode (*easy_recv)(CURL *, void *, size_t, size_t *);
    CURLM *(*multi_init)(void);
    CURLMcode (*multi_cleanup)(CURLM *);
    CURLMcode (*multi_setopt)(CURLM *, CURLMoption, ...);
    CURLMcode (*multi_add_handle)(CURLM *, CURL *);
    CURLMcode (*multi_remove_handle)(CURLM *, CURL *);
    CURLMcode (*multi_perform)(CURLM *, int *);
    CURLMcode (*multi_poll)(CURLM *, struct curl_waitfd *, unsigned int, int, int *);
    CURLMcode (*multi_wakeup)(CURLM *);
    CURLMsg *(*multi_info_read)(CURLM *, int *);
    struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
    void (*slist_free_all)(struct curl_slist *);
} curl;

static struct {
    void (*set_cert_verify_callback)(void *, int (*)(void *, void *), void *);
    long (*ctx_ctrl)(void *, int, long, void *);
    long (*ctx_callback_ctrl)(void *, int, void (*)(void));
    int (*verify_cert)(void *);
    int (*store_get_error)(void *);
    void (*store_set_error)(void *, int);
    int (*store_get_error_depth)(void *);
    void *(*store_get_cert)(void *);
    int (*write_certificate)(void *, unsigned char **);
    void (*release)(void *, const char *, int);
    int (*peek)(void *, void *, int);
} tls;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char failure[512];
static int failed;
static int observable;

static void *find(void *library, const char *name) {
    void *symbol = dlsym(library, name);
    if (!symbol && !failed) {
        failed = 1;
        snprintf(failure, sizeof failure, "libcurl.so.4 has no %s", name);
    }
    return symbol;
}

static void find_tls(void *library) {
    // Looking a name up in libcurl looks through what libcurl has loaded, too.
    tls.set_cert_verify_callback = dlsym(library, "SSL_CTX_set_cert_verify_callback");
    tls.ctx_ctrl = dlsym(library, "SSL_CTX_ctrl");
    tls.ctx_callback_ctrl = dlsym(library, "SSL_CTX_callback_ctrl");
    tls.verify_cert = dlsym(library, "X509_verify_cert");
    tls.store_get_error = dlsym(library, "X509_STORE_CTX_get_error");
    tls.store_set_error = dlsym(library, "X509_STORE_CTX_set_error");
    tls.store_get_error_depth = dlsym(library, "X509_STORE_CTX_get_error_depth");
    tls.store_get_cert = dlsym(library, "X509_STORE_CTX_get0_cert");
    tls.write_certificate = dlsym(library, "i2d_X509");
    tls.release = dlsym(library, "CRYPTO_free");
    tls.peek = dlsym(library, "SSL_peek");
    observable = tls.set_cert_verify_callback && tls.ctx_ctrl && tls.ctx_callback_ctrl && tls.verify_cert &&
                 tls.store_get_error && tls.store_set_error && tls.store_get_error_depth && tls.store_get_cert &&
                 tls.write_certificate && tls.release && tls.peek;
}

static void load(void) {
    // With RTLD_DEEPBIND symbols are looked for in libcurl's own libraries first, which is where they are.
    void *library = dlopen("libcurl.so.4", RTLD_LAZY | RTLD_LOCAL | RTLD_DEEPBIND);
    if (!library) {
        const char *reason = dlerror();
        failed = 1;
        snprintf(failure, sizeof failure, "%s", reason ? reason : "libcurl.so.4 cannot be loaded");
        return;
    }
    curl.global_init = find(library, "curl_global_init");
    curl.version_info = find(library, "curl_version_info");
    curl.easy_init = find(library, "curl_easy_init");
    curl.easy_reset = find(library, "curl_easy_reset");
    curl.easy_cleanup = find(library, "curl_easy_cleanup");
    curl.easy_setopt = find(library, "curl_easy_setopt");
    curl.easy_getinfo = find(library, "curl_easy_getinfo");
    curl.easy_pause = find(library, "curl_easy_pause");
    curl.easy_send = find(library, "curl_easy_send");
    curl.easy_recv = find(library, "curl_easy_recv");
    curl.multi_init = find(library, "curl_multi_init");
    curl.multi_cleanup = find(library, "curl_multi_cleanup");
    curl.multi_setopt = find(library, "curl_multi_setopt");
    curl.multi_add_handle = find(library, "curl_multi_add_handle");
    curl.multi_remove_handle = find(library, "curl_multi_remove_handle");
    curl.multi_perform = find(library, "curl_multi_perform");
    curl.multi_poll = find(library, "curl_multi_poll");
    curl.multi_wakeup = find(library, "curl_multi_wakeup");
    curl.multi_info_read = find(library, "curl_multi_info_read");
    curl.slist_append = find(library, "curl_slist_append");
    curl.slist_free_all = find(library, "curl_slist_free_all");
    if (failed) return;
    if (curl.version_info(CURLVERSION_NOW)->version_num < 0x075500) {
        // 7.85 is the first version that is safe to initialize while other threads run.
        failed = 1;
        snprintf(failure, sizeof failure, "libcurl %s is too old: 7.85 is needed",
                 curl.version_info(CURLVERSION_NOW)->version);
        return;
    }
    if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        failed = 1;
        snprintf(failure, sizeof failure, "libcurl cannot be initialized");
        return;
    }
    find_tls(library);
}

const char *ccurl_load(void) {
    pthread_once(&once, load);
    return failed ? failure : NULL;
}

static void *preload(void *unused) {
    ccurl_load();
    return unused;
}

void ccurl_preload(void) {
    static atomic_flag started = ATOMIC_FLAG_INIT;
    if (atomic_flag_test_and_set(&started)) return;
    pthread_t thread;
    pthread_attr_t attributes;
    sigset_t all, before;
    sigfillset(&all);
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    // Where there is no thread for it, the library is loaded when it is needed.
    (void)pthread_create(&thread, &attributes, preload, NULL);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
}

unsigned int ccurl_version(void) { return curl.version_info(CURLVERSION_NOW)->version_num; }

// MARK: - Transfers

CURL *ccurl_easy_init(void) { return curl.easy_init(); }
void ccurl_easy_reset(CURL *easy) { curl.easy_reset(easy); }
void ccurl_easy_cleanup(CURL *easy) { curl.easy_cleanup(easy); }
CURLcode ccurl_easy_pause(CURL *easy, int bitmask) { return curl.easy_pause(easy, bitmask); }

CURLcode ccurl_easy_send(CURL *easy, const void *bytes, size_t count, size_t *sent) {
    return curl.easy_send(easy, bytes, count, sent);
}

CURLcode ccurl_easy_recv(CURL *easy, void *buffer, size_t count, size_t *received) {
    return curl.easy_recv(easy, buffer, count, received);
}

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) { return curl.easy_setopt(easy, option, value); }

CURLcode ccurl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
    return curl.easy_setopt(easy, option, value);
}

CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value) {
    return curl.easy_setopt(easy, option, value);
}

CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl.easy_setopt(easy, option, value);
}

CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return curl.easy_setopt(easy, option, value);
}

CURLcode ccurl_set_blob(CURL *easy, CURLoption option, const void *bytes, size_t count) {
    struct curl_blob blob = {.data = (void *)bytes, .len = count, .flags = CURL_BLOB_COPY};
    return curl.easy_setopt(easy, option, &blob);
}

CURLcode ccurl_set_body(CURL *easy, const void *bytes, size_t count) {
    CURLcode code = curl.easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    if (code != CURLE_OK) return code;
    return curl.easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, count ? bytes : "");
}

CURLcode ccurl_set_data_function(CURL *easy, CURLoption option, size_t (*function)(char *, size_t, size_t, void *)) {
    return curl.easy_setopt(easy, option, function);
}

CURLcode ccurl_set_prereq_function(CURL *easy, int (*function)(void *, char *, char *, int, int)) {
    return curl.easy_setopt(easy, CURLOPT_PREREQFUNCTION, function);
}

CURLcode ccurl_set_open_socket_function(
    CURL *easy, curl_socket_t (*function)(void *, curlsocktype, struct curl_sockaddr *)) {
    return curl.easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, function);
}

CURLcode ccurl_set_tls_function(CURL *easy, CURLcode (*function)(CURL *, void *, void *)) {
    return curl.easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, function);
}

long ccurl_info_long(CURL *easy, CURLINFO info) {
    long value = 0;
    return curl.easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

curl_off_t ccurl_info_offset(CURL *easy, CURLINFO info) {
    curl_off_t value = 0;
    return curl.easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

const char *ccurl_info_string(CURL *easy, CURLINFO info) {
    const char *value = NULL;
    return curl.easy_getinfo(easy, info, &value) == CURLE_OK ? value : NULL;
}

void *ccurl_info_private(CURL *easy) {
    void *value = NULL;
    return curl.easy_getinfo(easy, CURLINFO_PRIVATE, &value) == CURLE_OK ? value : NULL;
}

curl_socket_t ccurl_info_socket(CURL *easy) {
    curl_socket_t value = CURL_SOCKET_BAD;
    return curl.easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &value) == CURLE_OK ? value : CURL_SOCKET_BAD;
}

// MARK: - The multi handle

CURLM *ccurl_multi_init(void) { return curl.multi_init(); }
CURLMcode ccurl_multi_cleanup(CURLM *multi) { return curl.multi_cleanup(multi); }

CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl.multi_setopt(multi, option, value);
}

CURLMcode ccurl_multi_add(CURLM *multi, CURL *easy) { return curl.multi_add_handle(multi, easy); }
CURLMcode ccurl_multi_remove(CURLM *multi, CURL *easy) { return curl.multi_remove_handle(multi, easy); }
CURLMcode ccurl_multi_perform(CURLM *multi, int *running) { return curl.multi_perform(multi, running); }

int ccurl_multi_poll(CURLM *multi, int milliseconds) {
    int ready = 0;
    return curl.multi_poll(multi, NULL, 0, milliseconds, &ready) == CURLM_OK ? ready : 0;
}

CURLMcode ccurl_multi_wakeup(CURLM *multi) { return curl.multi_wakeup(multi); }

CURL *ccurl_multi_next_done(CURLM *multi, CURLcode *result) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl.multi_info_read(multi, &left))) {
        if (message->msg != CURLMSG_DONE) continue;
        *result = message->data.result;
        return message->easy_handle;
    }
    return NULL;
}

struct curl_slist *ccurl_list_append(struct curl_slist *list, const char *line) {
    return curl.slist_append(list, line);
}

void ccurl_list_free(struct curl_slist *list) { curl.slist_free_all(list); }

// MARK: - TLS

// From openssl/ssl.h and openssl/tls1.h, whose values are part of OpenSSL's binary interface.
enum {
    ctrl_set_message_callback = 15,
    ctrl_set_message_context = 16,
    alert_fatal = 2,
    content_alert = 21,
    content_record_header = 256,
};

int ccurl_tls_observable(void) { return observable; }

static int verify(void *store, void *context) {
    const ccurl_tls_observer *observer = context;
    int verified = tls.verify_cert(store) > 0;
    int code = verified ? 0 : tls.store_get_error(store);
    void *certificate = tls.store_get_cert(store);
    unsigned char *bytes = NULL;
    int count = certificate ? tls.write_certificate(certificate, &bytes) : 0;
    int verdict = observer->verify(
        observer->context, bytes, count > 0 ? (size_t)count : 0, verified, code, tls.store_get_error_depth(store));
    if (bytes) tls.release(bytes, "", 0);
    if (verdict == 0) return 1;
    tls.store_set_error(store, verdict);
    return 0;
}

static void message(
    int written, int version, int contentType, const void *bytes, size_t count, void *ssl, void *context) {
    (void)version;
    (void)ssl;
    const ccurl_tls_observer *observer = context;
    if (written) return;
    const uint8_t *octets = bytes;
    // A warning ends nothing; closing the connection in order is one, too.
    if (contentType == content_alert && count == 2 && octets[0] == alert_fatal) {
        observer->alert(observer->context, octets[1]);
    }
    if (contentType == content_record_header && count == 5) observer->record_header(observer->context, octets);
}

void ccurl_tls_observe(void *tlsContext, const ccurl_tls_observer *observer, int verifying) {
    if (!observable) return;
    if (verifying) tls.set_cert_verify_callback(tlsContext, verify, (void *)observer);
    tls.ctx_callback_ctrl(tlsContext, ctrl_set_message_callback, (void (*)(void))message);
    tls.ctx_ctrl(tlsContext, ctrl_set_message_context, 0, (void *)observer);
}

void ccurl_tls_receive(CURL *easy) {
    struct curl_tlssessioninfo *session = NULL;
    char byte;
    if (!observable || curl.easy_getinfo(easy, CURLINFO_TLS_SSL_PTR, &session) != CURLE_OK) return;
    if (session && session->internals) (void)tls.peek(session->internals, &byte, 1);
}
