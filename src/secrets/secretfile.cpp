// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secretfile.h"

namespace chatelaine {

Error SecretFile::refused(const QString &message, const QString &next)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.message = message;
    error.next = next;
    return error;
}

} // namespace chatelaine
