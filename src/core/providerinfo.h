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
    QList<FieldOption> options; ///< of Choice and Multi, when the definition holds them
    bool loadsOptions = false;  ///< the options come from the server: ask for them
    QString isName; ///< not empty when this field is one the window treats specially: "name",
                    ///< "scopes", "environment", "expires"
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
};

/** What cannot be done through the API, and where it can. */
struct ExternalVerb
{
    KeyVerb verb = KeyVerb::Create;
    QString why; ///< a sentence
    QString url; ///< the vendor's page for it; may be empty
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

struct LevelInfo
{
    QString id; ///< "organization" or "project"
    QString label;
    QString plural;
};

struct MetricInfo
{
    QString id;
    QString label;
    QString unit;
    QString aggregation; ///< "sum" or "mean" over buckets
};

/** What a program needs to know of a provider to offer what it can do, and nothing more. */
struct ProviderInfo
{
    ProviderId id;
    QString name;
    QString description;
    QString documentationUrl;
    QString dashboardUrl;
    QString origin;  ///< "built in" or the file it was read from
    QString baseUrl; ///< proposed; empty when every customer has their own
    QString baseUrlHelp;
    QList<FieldOption> regions; ///< base URLs to choose from
    QList<SlotInfo> slots_;     ///< credential slots
    QList<LevelInfo> levels;
    QList<KindInfo> kinds;
    QList<MetricInfo> metrics; ///< empty: the vendor offers no usage
    bool hasQuotas = false;

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
