// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secretfile.h"

namespace chatelaine {

Outcome<QStringList> SecretFile::check() const
{
    Error error = refused(tr("A file that only its owner can read is not offered on this system."),
                          tr("Choose another destination."));
    error.kind = ErrorKind::Unsupported;
    return error;
}

Outcome<Done> SecretFile::write(const Secret &) const
{
    return check().error();
}

} // namespace chatelaine
