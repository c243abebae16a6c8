// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace chatelaine::practice {

/** `data` as one member of a gzip file (RFC 1952). */
QByteArray gzipped(const QByteArray &data);

} // namespace chatelaine::practice
