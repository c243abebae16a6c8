// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/key.h"

#include <QJsonValue>

namespace chatelaine {

/** What can be done with a key. What a vendor really has, its definition says. */
enum class KeyVerb { Create, Enable, Disable, Revoke, Delete, Rotate, Update };

QString keyVerbName(KeyVerb verb); ///< "create", "enable", ...
std::optional<KeyVerb> keyVerbFromName(QStringView name);

/** One choice of a field. */
struct FieldOption
{
    QString value;
    QString label;
    QString detail;
    bool enabled =
        true; ///< false: the vendor lists it but will not give it to us; `detail` says why
};

/** One input of an operation's form, as a definition declares it; window and CLI render whatever
 * comes. */
struct FieldInfo
{
    enum class Type { Text, Choice, Multi, Integer, Boolean, Duration, Lines, Secret };
    QString id;
    QString label;
    QString help;
    Type type = Type::Text;
    bool required = false;
    QString defaultValue;
    QString pattern;    ///< anchored regular expression for Text; empty: any
    qint64 minimum = 0; ///< of an Integer, of the length of a Text, in seconds of a Duration
    qint64 maximum = 0; ///< 0: no bound beyond the engine's
    qint64 unit = 1; ///< of a Duration: the seconds of what it is counted in, e.g. 86,400 for days;
                     ///< only whole ones are accepted
    QList<FieldOption> options; ///< of Choice and Multi, when the definition holds them
    bool loadsOptions = false;  ///< the options come from the server: ask for them
    QStringList states; ///< of a verb of a key: only for keys in these states; empty: for all
    QStringList requiredStates; ///< of a verb of a key: must be filled in for keys in these states
    QString nullLabel; ///< not empty: a JSON null may be entered too, and this is what it means,
                       ///< e.g. "never expires"
    QString isName;    ///< not empty when this field is one the window treats specially: "name",
                       ///< "scopes", "environment", "expires", "grace"
};

struct VerbInfo
{
    KeyVerb verb = KeyVerb::Create;
    QString label;       ///< the vendor's word when it differs from ours, else empty
    QString consequence; ///< what stops working; for the confirmation
    bool final = false;  ///< cannot be undone
    bool isDestructive = false;
    int propagationSeconds = 0; ///< how long the vendor may take to act
    QList<FieldInfo> fields;    ///< inputs, for Create, Rotate and Update
    QStringList environments;   ///< of a Create: where a choice exists
    QStringList states;         ///< key states in which it is offered; empty: the usual ones

    bool isFor(KeyState state) const; ///< it is offered for keys in this state
};

/** What cannot be done through the API, and where it can. */
struct ExternalVerb
{
    KeyVerb verb = KeyVerb::Create;
    QString why; ///< a sentence
    QString url; ///< the vendor's page for it; may be empty
};

/** Which keys of a kind have admin rights, such as to manage keys. */
struct AdminRights
{
    bool everyKey = false; ///< they all have, and no scope says so
    QStringList scopes; ///< those that give them; "name:*" stands for all that begin with "name:"

    QStringList grantedBy(const QStringList &given) const; ///< those of `given` that do
};

struct KindInfo
{
    QString id;
    QString label;
    QString level; ///< where such keys are: "account", "organization", "project"
    QList<VerbInfo> verbs;
    QList<ExternalVerb> external;
    bool canList = true;
    bool canCheck = false;     ///< a secret of this kind can be checked at no cost
    bool manual = false;       ///< keys are added by hand
    QString tokenPattern;      ///< anchored; what a secret of this kind looks like; empty: unknown
    QStringList tokenPrefixes; ///< what such a secret begins with, for a mask of our own
    AdminRights admin;
    QString environmentVariable;
    QList<std::pair<QString, QString>> snippets; ///< language and text, without the secret

    const VerbInfo *verb(KeyVerb wanted) const
    {
        for (const VerbInfo &info : verbs) {
            if (info.verb == wanted)
                return &info;
        }
        return nullptr;
    }
};

struct SlotInfo
{
    QString id;
    QString label;
    QString help;
    QString
        pattern; ///< anchored; a value that does not match is refused before it is sent; empty: any
    QString url; ///< where to get one
    bool required = false;
};

/** What can be done with an organization or a project. */
enum class ContainerVerb { Create, Rename, Delete };

QString containerVerbName(ContainerVerb verb); ///< "create", "rename", "delete"
std::optional<ContainerVerb> containerVerbFromName(QStringView name);

struct ContainerVerbInfo
{
    ContainerVerb verb = ContainerVerb::Create;
    QString consequence;     ///< of a Delete: what goes with it, for the confirmation
    bool takesKeys = false;  ///< a Delete that ends the keys in it
    QList<FieldInfo> fields; ///< inputs of Create and Rename
    QString
        keyKind; ///< of a Create: the kind of the key that comes with it, shown once; else empty
};

struct LevelInfo
{
    QString id; ///< "organization" or "project"
    QString label;
    QString plural;
    QList<ContainerVerbInfo> verbs = {};

    const ContainerVerbInfo *verb(ContainerVerb wanted) const
    {
        for (const ContainerVerbInfo &info : verbs) {
            if (info.verb == wanted)
                return &info;
        }
        return nullptr;
    }
};

/** What can be done with a webhook. Retry is of one delivery. */
enum class WebhookVerb { Create, Pause, Resume, Delete, Ping, Retry };

QString
webhookVerbName(WebhookVerb verb); ///< "create", "pause", "resume", "delete", "ping", "retry"
std::optional<WebhookVerb> webhookVerbFromName(QStringView name);

struct WebhookVerbInfo
{
    WebhookVerb verb = WebhookVerb::Create;
    QString consequence;     ///< of a Delete, for the confirmation
    QList<FieldInfo> fields; ///< inputs of a Create
};

/** The webhooks of a vendor: one set in each container of `level`. */
struct WebhookInfo
{
    QString level;       ///< "account", "organization" or "project"
    QStringList slotIds; ///< credential slots that they need; an account without them is told so
    bool canList = false;
    bool hasDeliveries = false;
    QList<WebhookVerbInfo> verbs;

    const WebhookVerbInfo *verb(WebhookVerb wanted) const
    {
        for (const WebhookVerbInfo &info : verbs) {
            if (info.verb == wanted)
                return &info;
        }
        return nullptr;
    }
};

/** The audit log that the vendor keeps, exported as a file. */
struct VendorAuditInfo
{
    QStringList levels; ///< where it can be asked for: "account", "organization", "project"
    bool canSearch = false;
    QString help; ///< what the vendor's export holds and for how long
};

struct MetricInfo
{
    QString id;
    QString label;
    QString unit;
    QString aggregation; ///< "sum" or "mean" over buckets
    enum class Kind { Count, Error, Latency };
    Kind kind = Kind::Count;
    QStringList series = {};   ///< what it is given by, "" for the total
    QStringList overTime = {}; ///< those of them that are given by time
    QString weight =
        {}; ///< of a mean: id of the metric that says of how many; empty: all count alike
};

/** What a program needs to know of a provider to offer what it can do, and nothing more. */
struct ProviderInfo
{
    ProviderId id;
    QString name;
    QString description;
    QString documentationUrl;
    QString dashboardUrl;
    QString origin;                ///< "built in" or the file it was read from
    QByteArray digest;             ///< SHA-256 of the definition, in hexadecimal
    bool imported = false;         ///< a definition of the user's, which did not come with us
    QStringList credentialHeaders; ///< the names of the headers in which it sends credentials
    QString baseUrl;               ///< proposed; empty when every customer has their own
    QString baseUrlHelp;
    QList<FieldOption> regions; ///< base URLs to choose from
    QList<SlotInfo> slots_;     ///< credential slots
    QList<LevelInfo> levels;
    QList<KindInfo> kinds;
    QList<MetricInfo> metrics; ///< empty: the vendor offers no usage
    bool hasQuotas = false;
    std::optional<WebhookInfo> webhooks;
    std::optional<VendorAuditInfo> audit;
    QString variant; ///< label of the generation of the API that is in force; empty: there is one

    const LevelInfo *level(const QString &wanted) const
    {
        for (const LevelInfo &info : levels) {
            if (info.id == wanted)
                return &info;
        }
        return nullptr;
    }
    const KindInfo *kind(const QString &wanted) const
    {
        for (const KindInfo &info : kinds) {
            if (info.id == wanted)
                return &info;
        }
        return nullptr;
    }
};

} // namespace chatelaine
