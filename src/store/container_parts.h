/* What stands before the names in a zip, by APPNOTE.TXT of PKWARE, section 4.3: sizes, places of fields, marks. */
#ifndef BIWU_CONTAINER_PARTS_H
#define BIWU_CONTAINER_PARTS_H

#include "text.h"

enum { LOCAL_BYTES = 30, LOCAL_SIZE_AT = 18, LOCAL_NAME_AT = 26, CENTRAL_BYTES = 46, END_BYTES = 22 };

#define LOCAL_MARK   TEXT("PK\3\4")
#define CENTRAL_MARK TEXT("PK\1\2")
#define END_MARK     TEXT("PK\5\6")

#endif
