// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/scriptedserver.h"

#include <QTemporaryDir>

namespace chatelaine::test {

/** A small certificate authority, made anew for each run, and servers' certificates from it. */
class TestPki
{
public:
    TestPki();
    ~TestPki();
    TestPki(const TestPki &) = delete;
    TestPki &operator=(const TestPki &) = delete;

    QString authorityFile() const; ///< PEM

    /** For `host` (an address or a name), valid from now plus `fromDays` to now plus `toDays`. */
    ServerIdentity identity(const QString &host = QStringLiteral("127.0.0.1"), int fromDays = -1,
                            int toDays = 30);

private:
    struct Authority;
    QTemporaryDir m_folder;
    std::unique_ptr<Authority> m_authority;
    int m_serial = 1;
};

} // namespace chatelaine::test
