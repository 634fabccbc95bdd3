#ifndef SKUBECTL_CCURL_H
#define SKUBECTL_CCURL_H

// libcurl, loaded when it is first needed and not when the program starts.
//
// Linking it would map 33 shared objects into every run, also into those that never open a socket. The types and
// constants are those of curl/curl.h; the functions are reached through a table that `ccurl_load` fills once.
// No other function may be called before `ccurl_load` has returned NULL.

#include <curl/curl.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Loads libcurl.so.4 and initializes it, once for the program and safely from any thread.
/// Returns NULL when it is ready, otherwise the loader's own words, valid for as long as the program runs.
const char *_Nullable ccurl_load(void);

/// Has `ccurl_load` called on a thread of its own, once for the program, and returns at once.
void ccurl_preload(void);

/// The version of the loaded library, as major * 65536 + minor * 256 + patch.
unsigned int ccurl_version(void);

CURL *_Nullable ccurl_easy_init(void);
void ccurl_easy_reset(CURL *easy);
void ccurl_easy_cleanup(CURL *easy);
CURLcode ccurl_easy_pause(CURL *easy, int bitmask);
CURLcode ccurl_easy_send(CURL *easy, const void *bytes, size_t count, size_t *sent);
CURLcode ccurl_easy_recv(CURL *easy, void *buffer, size_t count, size_t *received);

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value);
CURLcode ccurl_set_offset(CURL *easy, CURLoption option, curl_off_t value);
CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *_Nullable value);
CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *_Nullable value);
CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *_Nullable value);
/// Gives libcurl a copy of `count` bytes.
CURLcode ccurl_set_blob(CURL *easy, CURLoption option, const void *bytes, size_t count);
/// Copies `count` bytes as the request's body; zero bytes are an empty body.
CURLcode ccurl_set_body(CURL *easy, const void *_Nullable bytes, size_t count);
/// Names the function for CURLOPT_WRITEFUNCTION or CURLOPT_HEADERFUNCTION.
CURLcode ccurl_set_data_function(
    CURL *easy, CURLoption option, size_t (*function)(char *bytes, size_t size, size_t count, void *_Nullable context));
CURLcode ccurl_set_prereq_function(
    CURL *easy, int (*function)(void *_Nullable context, char *_Nullable remoteAddress, char *_Nullable localAddress,
                                int remotePort, int localPort));
CURLcode ccurl_set_open_socket_function(
    CURL *easy, curl_socket_t (*function)(void *_Nullable context, curlsocktype purpose, struct curl_sockaddr *address));
/// Names the function for CURLOPT_SSL_CTX_FUNCTION.
CURLcode ccurl_set_tls_function(
    CURL *easy, CURLcode (*function)(CURL *easy, void *tlsContext, void *_Nullable context));

/// The wanted value, or 0 where libcurl has none.
long ccurl_info_long(CURL *easy, CURLINFO info);
/// A duration in microseconds, or 0 where libcurl has none.
curl_off_t ccurl_info_offset(CURL *easy, CURLINFO info);
const char *_Nullable ccurl_info_string(CURL *easy, CURLINFO info);
void *_Nullable ccurl_info_private(CURL *easy);
curl_socket_t ccurl_info_socket(CURL *easy);

CURLM *_Nullable ccurl_multi_init(void);
CURLMcode ccurl_multi_cleanup(CURLM *multi);
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
CURLMcode ccurl_multi_add(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_remove(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_perform(CURLM *multi, int *running);
/// Waits for a socket, a timer or a wake-up; returns how many sockets have something to read or can be written.
int ccurl_multi_poll(CURLM *multi, int milliseconds);
/// The one call that may be made from another thread than the one that drives the multi handle.
CURLMcode ccurl_multi_wakeup(CURLM *multi);
/// The next transfer that has ended, with its result, or NULL.
CURL *_Nullable ccurl_multi_next_done(CURLM *multi, CURLcode *result);

struct curl_slist *_Nullable ccurl_list_append(struct curl_slist *_Nullable list, const char *line);
void ccurl_list_free(struct curl_slist *_Nullable list);

// What the TLS library under libcurl knows about a handshake and libcurl does not pass on.

/// Where the handshakes of an SSL_CTX are told; all functions run on the thread that drives the transfer.
typedef struct {
    void *context;
    /// The leaf certificate as DER, whether its chain verified, and otherwise OpenSSL's X509_V_ERR code and the depth
    /// at which it failed. Returns 0 when the handshake may go on, otherwise the X509_V_ERR code to end it with.
    int (*verify)(void *context, const uint8_t *_Nullable leaf, size_t count, int verified, int code, int depth);
    /// A fatal alert of the server: its description (RFC 8446, section 6).
    void (*alert)(void *context, int description);
    /// The five bytes that stand where a record's header should be.
    void (*record_header)(void *context, const uint8_t *bytes);
} ccurl_tls_observer;

/// Whether `ccurl_tls_observe` works: libcurl uses an OpenSSL whose functions could be found.
int ccurl_tls_observable(void);

/// Makes the handshakes of an SSL_CTX report to `observer`, which must outlive every connection made of it.
/// `verify` is called only when `verifying` is not 0.
void ccurl_tls_observe(void *tlsContext, const ccurl_tls_observer *observer, int verifying);

/// Has the TLS library read what the server has sent on the transfer's connection, and report it to the observer.
void ccurl_tls_receive(CURL *easy);

#pragma clang assume_nonnull end

#endif
