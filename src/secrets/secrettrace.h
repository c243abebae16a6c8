// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <array>

namespace chatelaine {

/**
 * Knows a secret again in another program's words without holding it: of every form that the secret
 * may have there (plain, base64, percent-encoded, hexadecimal) it has the length and a rolling hash
 * under random bases.
 */
class SecretTrace
{
public:
    SecretTrace() = default; ///< of nothing: cuts nothing
    explicit SecretTrace(QByteArrayView secret);

    /** `text` from `from` on, with `[secret]` in place of every form of it. Before `from` is
     * looked, too: a form that reaches over it is cut. */
    QByteArray cutFrom(const QByteArray &text, qsizetype from = 0) const;

    qsizetype longest() const; ///< bytes of the longest form

private:
    static constexpr qsizetype lanes = 2;
    using Hash = std::array<quint64, lanes>;
    struct Form
    {
        qsizetype length = 0;
        Hash hash = {};
    };

    void add(QByteArray form);
    Hash appended(Hash hash, char byte) const;
    void mark(const QByteArray &text, const Form &form, QByteArray *marks) const;

    Hash m_bases = {};
    QList<Form> m_forms;
};

} // namespace chatelaine
