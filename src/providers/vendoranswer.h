// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/payment.h"
#include "net/http.h"
#include "providers/definition.h"
#include "providers/secretcut.h"

#include <any>
#include <functional>

namespace chatelaine {

/** Turns a document into something smaller where it is parsed, which may be another thread. */
using Digest = std::function<std::any(const QJsonValue &document)>;

/** An answer as the engine reads it: its secrets already cut out. */
struct VendorAnswer
{
    int status = 0;
    HttpHeaders headers;
    QJsonValue body{QJsonValue::Undefined}; ///< Undefined when it is not JSON
    QString text;                           ///< the beginning of a body that is not JSON
    QList<CutSecret> secrets;               ///< their places: those of the Call, by index
    QString requestId;
    QString message; ///< the vendor's own words, redacted
    QString code;
    Timestamp receivedAt;
    std::optional<Timestamp> serverTime; ///< the answer's Date
    std::optional<std::chrono::seconds> retryAfter;
    std::optional<RateLimit> rateLimit;
    QString auth; ///< the profile of the request's credential; empty: none, or a key's own secret
    QString lane; ///< which way it was served; empty: not told
    std::any digested; ///< what the Digest made; nothing for an answer that is an error
    std::optional<Error> error;
    QStringList notices; ///< what it says beside that and the user should know
};
using VendorAnswerPtr = std::shared_ptr<const VendorAnswer>;

/** How an answer is to be read. */
struct ReadingRules
{
    std::shared_ptr<const Definition> definition;
    QList<JsonPointer> secretPlaces;
    QList<JsonPointer> hiddenPlaces;  ///< cut out as well, and thrown away
    QList<SharedSecret> knownSecrets; ///< what must not stand in a message
    bool write = false;
    QString auth; ///< the profile of the request's credential
    Digest digest;
};

/** Thread-safe. Cuts the secrets, then parses, then finds out whether it is an error. */
VendorAnswerPtr readAnswer(const HttpAnswer &answer, const ReadingRules &rules);

/** The secret at one of the places of the Call: one that is whole, neither a mask nor there twice;
 * else null. */
SharedSecret secretAt(const VendorAnswer &answer, qsizetype place);

bool matches(const AnswerMatch &match, const VendorAnswer &answer);

/** The rule of the definition that gave an answer its error, if one did. */
const ErrorRule *errorRuleOf(const Definition &definition, const VendorAnswer &answer);

/** All values of a header, joined by ", "; empty when it is not there. */
QByteArray headerOf(const VendorAnswer &answer, QByteArrayView lowerCaseName,
                    bool *present = nullptr);

} // namespace chatelaine
