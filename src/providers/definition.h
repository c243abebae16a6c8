// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/key.h"
#include "core/providerinfo.h"
#include "providers/answertemplate.h"
#include "providers/requesttemplate.h"

#include <QRegularExpression>

#include <memory>

namespace chatelaine {

// The definition of a provider as the loader hands it out: plain values, checked and never changed.
// docs/provider-definitions.md explains the language that they mirror.

struct ErrorRule
{
    AnswerMatch match;
    ErrorKind means = ErrorKind::Protocol;
    QString message;
    QString next;
    int waitSeconds = 0; ///< when the answer does not say how long; 0: nobody knows
    QString quota;       ///< the id of one that tells whether waiting helps at all; may be empty
    QString quotaMessage;
    QString quotaNext;
};

/** Where the words for single inputs stand in an error. */
struct FieldErrors
{
    JsonPointer each;
    JsonPointer at;       ///< in an element of an array
    JsonPointer text;     ///< likewise
    bool members = false; ///< `each` is an object: its members' names are the inputs
};

struct ErrorTemplate
{
    QList<JsonPointer> message;
    QList<JsonPointer> code;
    QList<JsonPointer> requestId;
    QByteArray requestIdHeader;
    std::optional<FieldErrors> fields;
    std::optional<Condition> okWhen;
    QList<ErrorRule> on;
};

/** One header that carries a credential. */
struct AuthForm
{
    QByteArray name;
    QByteArray prefix;
    QString slot; ///< of the account; "secret" where a key is checked by its own secret
};

struct AuthProfile
{
    QList<AuthForm> headers;
    QList<AuthForm> fallback; ///< tried once, on a base URL of the user's own
    QStringList slotIds() const
    {
        QStringList ids;
        for (const AuthForm &form : headers) {
            if (!ids.contains(form.slot))
                ids.append(form.slot);
        }
        return ids;
    }
};

struct SlotRefusal
{
    QRegularExpression pattern;
    QString message;
};

/** What the beginning of a credential tells: values of placeholders. */
struct SlotFacts
{
    QByteArray prefix;
    QMap<QString, QString> values;
};

struct SlotTemplate
{
    SlotInfo info;
    QRegularExpression pattern;
    QList<SlotRefusal> refusals;
    QList<SlotFacts> facts;
};

struct Region
{
    QString label;
    QString url;
    QString credentialPrefix;
};

struct ConnectionTemplate
{
    QString baseUrl;
    QString baseUrlHelp;
    QString path; ///< belongs to every URL of this API; a user may enter it or leave it out
    QStringList otherPaths; ///< of other generations of it: a user may have entered one of them
    QList<Region> regions;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QList<SlotTemplate> slotTemplates;
    QMap<QString, AuthProfile> auth;
    bool repeatsUntimed429 = true; ///< a reading is tried again after a 429 that names no time
};

struct AccountProbe
{
    RequestTemplate request;
    Source identity;
    bool optional = false;
};

struct OptionsTemplate
{
    ListTemplate list;
    Source value;
    Source label;
    Source detail;
    std::optional<Condition> enabled;
    QString disabledDetail;
};

struct FieldTemplate
{
    FieldInfo info;
    QRegularExpression pattern;
    std::optional<OptionsTemplate> options;
};

/** One thing that can be done with a container. */
struct ContainerVerbTemplate
{
    ContainerVerbInfo info; ///< its fields: those of `fields`
    RequestTemplate request;
    QList<FieldTemplate> fields;
    QList<JsonPointer> record; ///< of a Create: alternatives
    QList<JsonPointer> secret; ///< of the key that comes with a Create: alternatives
    QList<JsonPointer> key;    ///< that key's record: alternatives
};

struct LevelTemplate
{
    LevelInfo info; ///< its verbs: those of `verbs`
    ListTemplate list;
    Source id;
    Source name;
    QList<DetailSource> details;
    QList<ContainerVerbTemplate> verbs;

    const ContainerVerbTemplate *verb(ContainerVerb wanted) const
    {
        for (const ContainerVerbTemplate &candidate : verbs) {
            if (candidate.info.verb == wanted)
                return &candidate;
        }
        return nullptr;
    }
};

struct StateRule
{
    std::optional<Condition> condition;
    KeyState state = KeyState::Unknown;
};

struct RecordMapping
{
    Source id;
    Source name;
    Source mask;
    Source scopes;
    Source environment;
    Source createdAt;
    Source createdBy;
    Source lastUsed;
    Source expiresAt;
    QList<StateRule> states;
    QList<DetailSource> details;
};

/** A restriction that must come back in the record to be believed. */
struct EchoTemplate
{
    QString field;
    JsonPointer at;       ///< in the record
    bool present = false; ///< enough that something stands there
    QString warning;
};

/** Where an answer holds the new secret, for one way to fill in the form. */
struct SecretPlace
{
    QString ifGiven; ///< a field that was filled in, with something other than 0; empty: any way
    QList<JsonPointer> at; ///< alternatives: the first that the answer has
};

struct VerbTemplate
{
    VerbInfo info; ///< its fields: those of `fields`
    RequestTemplate request;
    QList<SecretPlace> secrets; ///< the first whose condition holds is the one that is read
    QList<JsonPointer> record;  ///< alternatives; empty: the answer holds none
    QList<FieldTemplate> fields;
    QList<EchoTemplate> echoes;
    Source outgoingUntil; ///< of a Rotate: when the old secret ends; in the record
};

struct VerdictRule
{
    enum class Verdict { Accepted, Refused, Inconclusive };
    AnswerMatch match;
    Verdict verdict = Verdict::Inconclusive;
    QString message;
};

/** One way to ask a vendor about a secret. */
struct CheckProbe
{
    QString environment; ///< only for secrets of it; empty: for any
    RequestTemplate request;
    QList<VerdictRule> rules;
};

/** A credential of another shape that can be pasted where a key is checked. */
struct CheckForm
{
    QRegularExpression pattern;
    QByteArray strip; ///< what may stand before it
    AuthProfile auth;
    QList<CheckProbe> probes;
    std::optional<Condition> refused; ///< of its content, base64url JSON: then nothing is sent
    QString refusedMessage;
};

struct TokenTemplate
{
    QString environment;
    QString prefix;
    QRegularExpression pattern;
    QRegularExpression inside; ///< the same, not anchored
};

/** How the vendor's masks tell that a key is the credential in use. */
struct SelfTemplate
{
    QString slot;
    Source prefix;
    Source suffix;
};

struct KindTemplate
{
    KindInfo info;
    QList<TokenTemplate> tokens;
    QList<ListTemplate> lists;
    RecordMapping record;
    std::optional<SelfTemplate> self;
    QList<VerbTemplate> verbs;
    AuthProfile checkAuth;
    QList<CheckProbe> checks;
    QList<CheckForm> checkForms;
    QString checkUnavailable;

    const VerbTemplate *verb(KeyVerb wanted) const
    {
        for (const VerbTemplate &candidate : verbs) {
            if (candidate.info.verb == wanted)
                return &candidate;
        }
        return nullptr;
    }
};

struct SeriesTemplate
{
    JsonPointer rows;
    QString series;
    Source group;
    Source time; ///< empty: the rows hold for the whole range asked for
    QList<std::pair<QString, Source>> values;
};

struct UsageWindow
{
    QString name; ///< the vendor's word
    qint64 seconds = 0;
    int maximum = 0; ///< buckets in one request
};

struct UsageTemplate
{
    QString level; ///< "account" or a level; deeper containers may be asked for too
    RequestTemplate request;
    bool optional = false;
    QList<UsageWindow> windows; ///< finest first
    QList<MetricInfo> metrics;
    QList<SeriesTemplate> series;
};

struct QuotaTemplate
{
    QString id;
    QString label;
    QString unit;
    RequestTemplate request;
    bool optional = false;
    Source used;
    Source limit;
    Source reset;
    QString within; ///< id of the wider quota that the same use counts against; may be empty
};

/** Something that an answer says beside what was asked for, and that the user should know. */
struct NoticeTemplate
{
    Condition condition;
    QString text;
    Source more; ///< the vendor's own words or link for it
};

class Definition;

/** How to find out whether a server speaks one generation of an API. */
struct VariantProbe
{
    RequestTemplate request; ///< of the patched definition
    Condition holds;         ///< in a good answer
    QList<int> failsOn;      ///< statuses that say no; any other failure decides nothing
};

/** One generation of an API: the whole definition, patched. */
struct VariantTemplate
{
    QString id;
    QString label;
    std::optional<VariantProbe> probe; ///< none: what is left when no other one holds
    std::shared_ptr<const Definition> definition;
};

struct WebhookTemplate;
struct AuditExportTemplate;

class Definition
{
public:
    ProviderId id;
    QString origin;
    ConnectionTemplate connection;
    ErrorTemplate errors;
    QList<AccountProbe> accountCheck;
    QString accountCheckNote;                     ///< what to say when nothing could be checked
    QList<RequestTemplate> otherCredentialChecks; ///< one for each slot beside the first
    QList<LevelTemplate> levels;
    QList<KindTemplate> kinds;
    std::optional<UsageTemplate> usage;
    QList<QuotaTemplate> quotas;
    QList<NoticeTemplate> notices;
    QList<VariantTemplate> variants; ///< in the order in which they are tried; empty: there is one
    RateLimitTemplate rateLimit;
    QList<LaneRule> lanes;
    std::shared_ptr<const WebhookTemplate> webhooks; ///< null: the vendor has none
    std::shared_ptr<const AuditExportTemplate> audit;
    ProviderInfo info;
    QStringList texts; ///< every text a user may see, as it stands in the file

    QList<TokenTemplate> tokens() const
    {
        QList<TokenTemplate> all;
        for (const KindTemplate &candidate : kinds)
            all += candidate.tokens;
        return all;
    }

    const KindTemplate *kind(const QString &wanted) const
    {
        for (const KindTemplate &candidate : kinds) {
            if (candidate.info.id == wanted)
                return &candidate;
        }
        return nullptr;
    }
    const SlotTemplate *slotTemplate(const QString &wanted) const
    {
        for (const SlotTemplate &candidate : connection.slotTemplates) {
            if (candidate.info.id == wanted)
                return &candidate;
        }
        return nullptr;
    }
};

} // namespace chatelaine
