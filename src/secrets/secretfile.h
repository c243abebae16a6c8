// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

#include <QCoreApplication>
#include <QStringList>

namespace chatelaine {

/**
 * A file that takes one secret: readable by its owner only, exactly the secret and no line break.
 * It is written beside its place and moved there, so that nobody meets half of it. Links, folders
 * and devices are refused. Waits for the disk: not for the main thread. Unix only; elsewhere
 * Unsupported.
 */
class SecretFile
{
    Q_DECLARE_TR_FUNCTIONS(SecretFile)
public:
    /** `path` is absolute. `replace`: what is there may be overwritten; else nothing may be there.
     */
    SecretFile(QString path, bool replace)
        : m_path(std::move(path))
        , m_replace(replace)
    {}

    /** Whether it could be written, found out by making a file beside it and removing that again.
     * What is doubtful about the place, as sentences. */
    Outcome<QStringList> check() const;
    /** Writes, flushes, moves into place, reads back and compares. */
    Outcome<Done> write(const Secret &secret) const;

private:
    static Error refused(const QString &message, const QString &next = {});
    Error impossible(const char *what, int code) const;

    QString m_path;
    bool m_replace;
};

} // namespace chatelaine
