// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

#include <QCoreApplication>

namespace chatelaine {

/** A list of secrets as somebody pastes it. */
class SecretLines
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::SecretLines)
public:
    static constexpr qsizetype maximumCount = 1000;
    static constexpr qsizetype maximumLine = 512;
    static constexpr qsizetype maximumSize = maximumCount * (maximumLine + 2);

    /** One secret for each line that is not empty, each value once; spaces and quotes around it do
     * not count. InvalidRequest when there are too many, or one is too long. */
    static Outcome<QList<SharedSecret>> read(QByteArrayView text);
};

} // namespace chatelaine
