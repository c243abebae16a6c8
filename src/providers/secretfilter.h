// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/definition.h"
#include "secrets/secret.h"

#include <QJsonValue>

namespace chatelaine {

/**
 * The one place through which every text of an answer goes before anything is read from it. Takes
 * out the secrets that are known by value, also inside another text, in any case, percent-encoded,
 * JSON-escaped, in hexadecimal, base64 and base64url; and whatever is a whole token of the
 * definition. What is taken out leaves a stand-in: the secret's mask, and a digest that tells two
 * of them apart. Thread-safe.
 */
class SecretFilter
{
public:
    SecretFilter(const QList<SharedSecret> &known, QList<TokenTemplate> tokens);
    ~SecretFilter();
    SecretFilter(const SecretFilter &) = delete;
    SecretFilter &operator=(const SecretFilter &) = delete;

    /** Whether the text of a JSON document has anything that may be to clean: asked first, since a
     * large one takes several times as long to go through as to parse. */
    bool mayStandIn(QByteArrayView json) const;
    /** With stand-ins, also in the names of members. */
    QJsonValue cleaned(const QJsonValue &document) const;
    QString cleaned(const QString &text) const;
    /** Of a header: what is known by value becomes `[redacted]`. */
    QByteArray cleanedHeader(const QByteArray &value) const;

private:
    struct Needle
    {
        QString text;
        Qt::CaseSensitivity cases = Qt::CaseSensitive;
        QString standIn;
    };
    void add(const QString &text, Qt::CaseSensitivity cases, const QString &standIn);
    void addBase64(const QByteArray &secret, const QString &standIn);
    const Needle *needleIn(const QString &text) const;
    QString withoutKnown(const QString &text) const;
    QString withoutTokens(const QString &text) const;
    bool isClean(const QJsonValue &value) const;
    QJsonValue rebuilt(const QJsonValue &value) const;

    QList<Needle> m_needles;
    QList<TokenTemplate> m_tokens;
    QStringList m_prefixes;
    bool m_arePlain = true; ///< the known ones stand in JSON as they are, unless it escapes letters
};

/** What a filter leaves in place of a secret, and what is made of it. */
namespace standIns {
QString of(QByteArrayView secret, const QStringList &prefixes);
bool isIn(const QString &text);
bool isOf(const QString &text, QByteArrayView secret);
/** As it is shown: with masks in place of the stand-ins. */
QString shown(const QString &text);
/** As a message has it: with `[redacted]` in their place. */
QString redactedForm(const QString &text);
/** The mask of the first one alone. */
QString maskIn(const QString &text);
/** A mask in which an unbroken run is longer than any honest mask's: with its end only. */
QString shortened(const QString &mask);
/** An id for a thing whose own id is or holds a secret: the same for the same text. */
QString idFor(const QString &text);
bool isId(const QString &id);
} // namespace standIns

/** Our own mask of a secret: the prefix that it begins with, an ellipsis, its last four characters
 * if at least sixteen stay hidden. What follows the prefix is random, whatever it looks like. */
QString maskOf(QByteArrayView secret, const QStringList &prefixes);

} // namespace chatelaine
