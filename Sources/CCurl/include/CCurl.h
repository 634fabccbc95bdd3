#ifndef SKUBECTL_CCURL_H
#define SKUBECTL_CCURL_H
#include <curl/curl.h>
#endif
