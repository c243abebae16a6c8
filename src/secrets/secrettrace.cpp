// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secrettrace.h"

#include "secrets/base64core.h"
#include "secrets/secret.h"

#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>

namespace chatelaine {

namespace {

constexpr quint64 prime = 4'294'967'291; // below 2^32, so that a product fits
constexpr qsizetype shortest = 4;        // shorter forms stand in any text

} // namespace

SecretTrace::SecretTrace(QByteArrayView secret)
{
    for (quint64 &base : m_bases)
        base = QRandomGenerator::system()->bounded(quint32(1) << 16, quint32(prime));
    QByteArray plain(secret.data(), secret.size());
    add(QUrl::toPercentEncoding(QString::fromUtf8(plain)));
    add(plain.toHex());
    QByteArray hex = plain.toHex();
    add(hex.toUpper());
    wipe(hex);
    for (qsizetype offset = 0; offset < 3; ++offset) {
        add(base64Core(secret, offset, QByteArray::Base64Encoding));
        add(base64Core(secret, offset, QByteArray::Base64UrlEncoding));
    }
    add(plain);
}

void SecretTrace::add(QByteArray form)
{
    Form known{form.size(), {}};
    for (const char byte : std::as_const(form))
        known.hash = appended(known.hash, byte);
    if (known.length >= shortest)
        m_forms.append(known);
    wipe(form);
}

SecretTrace::Hash SecretTrace::appended(Hash hash, char byte) const
{
    for (size_t lane = 0; lane < lanes; ++lane)
        hash[lane] = (hash[lane] * m_bases[lane] + static_cast<uchar>(byte) + 1) % prime;
    return hash;
}

/** Sets the bytes of `marks` wherever the form stands in `text`. */
void SecretTrace::mark(const QByteArray &text, const Form &form, QByteArray *marks) const
{
    Hash leaving = {1, 1}; // what the byte that leaves the window weighs
    for (qsizetype i = 1; i < form.length; ++i) {
        for (size_t lane = 0; lane < lanes; ++lane)
            leaving[lane] = leaving[lane] * m_bases[lane] % prime;
    }
    Hash hash = {};
    for (qsizetype end = 0; end < text.size(); ++end) {
        if (end >= form.length) {
            const quint64 gone = static_cast<uchar>(text[end - form.length]) + 1;
            for (size_t lane = 0; lane < lanes; ++lane)
                hash[lane] = (hash[lane] + prime - gone * leaving[lane] % prime) % prime;
        }
        hash = appended(hash, text[end]);
        if (end + 1 >= form.length && hash == form.hash)
            std::fill_n(marks->begin() + (end + 1 - form.length), form.length, '\1');
    }
}

QByteArray SecretTrace::cutFrom(const QByteArray &text, qsizetype from) const
{
    QByteArray marks(text.size(), '\0');
    for (const Form &form : m_forms)
        mark(text, form, &marks);
    QByteArray kept;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (!marks[i])
            kept.append(text[i]);
        else if (i == from || !marks[i - 1])
            kept.append("[secret]");
    }
    return kept;
}

qsizetype SecretTrace::longest() const
{
    qsizetype length = 0;
    for (const Form &form : m_forms)
        length = std::max(length, form.length);
    return length;
}

} // namespace chatelaine
