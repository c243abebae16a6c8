// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/timestamp.h"

#include <QStringList>

#include <optional>

namespace chatelaine {

/** A key's state in our words; a definition says what decides it. */
enum class KeyState { Active, Disabled, Rotating, Expired, Revoked, Deleted, Unknown };

/** "active", "disabled", ... as `--json`, `--state` and the store write it. */
QString keyStateName(KeyState state);
std::optional<KeyState> keyStateFromName(QStringView name);

/** When a key was last used, and how far that can be believed. No value means: see `source`. */
struct LastUsed
{
    std::optional<Timestamp> at; ///< absent: never (source Vendor) or not known (source None)
    qint64 precisionSeconds = 0; ///< 0: exact
    enum class Source {
        None,
        Vendor,
        Usage
    } source = Source::None; ///< None: the vendor does not say
    std::optional<Timestamp>
        trackedSince; ///< since when the source would have seen a use; absent: not known
    std::optional<Timestamp> observedAt; ///< when we read it

    bool operator==(const LastUsed &) const = default;
};

QString lastUsedSourceName(LastUsed::Source source);
std::optional<LastUsed::Source> lastUsedSourceFromName(QStringView name);

/** One step of the way from an account to a key: an organization or a project. */
struct ContainerStep
{
    QString level;  ///< "organization" or "project"
    ContainerId id; ///< the vendor's
    QString name;   ///< as the vendor shows it; untrusted text
    bool operator==(const ContainerStep &) const = default;
};
using ContainerPath = QList<ContainerStep>;

/** One key as a vendor's admin API describes it: never its secret. Every text in it is untrusted.
 */
struct KeyRecord
{
    ContainerPath container; ///< empty for a vendor without containers
    VendorKeyId id;
    QString kind;        ///< id of a kind in the definition, e.g. "project"
    QString name;        ///< may be empty
    QString mask;        ///< may be empty
    QStringList scopes;  ///< in the vendor's own words
    QString environment; ///< "production", "sandbox" or empty
    KeyState state = KeyState::Unknown;
    std::optional<Timestamp> createdAt;
    QString createdBy;
    LastUsed lastUsed;
    std::optional<Timestamp> expiresAt;
    QList<std::pair<QString, QString>>
        details; ///< what else the definition maps: label id and text

    bool operator==(const KeyRecord &) const = default;
};

/** `ACCOUNT/CONTAINER.../ID`, each segment percent-encoded (INTERFACES.md). */
QString keyRef(const QString &accountName, const ContainerPath &container, const VendorKeyId &id);

} // namespace chatelaine
