// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/encoding.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestText = 1000;
constexpr QChar replacement(0xfffd);

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonArray arrayOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

QJsonObject objectOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

template<typename Table, typename Value>
QString nameIn(const Table &table, Value value)
{
    for (const auto &[candidate, name] : table) {
        if (candidate == value)
            return name;
    }
    Q_UNREACHABLE();
}

template<typename Table>
auto valueIn(const Table &table, QStringView name)
{
    for (const auto &[candidate, known] : table) {
        if (name == known)
            return candidate;
    }
    return table[0].first;
}

constexpr std::array conditions = {
    std::pair{AccountStatus::Condition::NeverSynced, QLatin1StringView("never_synced")},
    std::pair{AccountStatus::Condition::Fresh, QLatin1StringView("fresh")},
    std::pair{AccountStatus::Condition::Incomplete, QLatin1StringView("incomplete")},
    std::pair{AccountStatus::Condition::Unauthorized, QLatin1StringView("unauthorized")},
    std::pair{AccountStatus::Condition::Offline, QLatin1StringView("offline")},
    std::pair{AccountStatus::Condition::Failed, QLatin1StringView("failed")},
};

constexpr std::array credentialKinds = {
    std::pair{CredentialSource::Kind::Keychain, QLatin1StringView("keychain")},
    std::pair{CredentialSource::Kind::Environment, QLatin1StringView("env")},
    std::pair{CredentialSource::Kind::File, QLatin1StringView("file")},
    std::pair{CredentialSource::Kind::Session, QLatin1StringView("session")},
};

constexpr std::array purposes = {
    std::pair{KeychainEntry::Purpose::Credential, QLatin1StringView("credential")},
    std::pair{KeychainEntry::Purpose::Held, QLatin1StringView("held")},
    std::pair{KeychainEntry::Purpose::Kept, QLatin1StringView("kept")},
    std::pair{KeychainEntry::Purpose::Signing, QLatin1StringView("signing")},
    std::pair{KeychainEntry::Purpose::Team, QLatin1StringView("team")},
};

bool mustBeReplaced(const QString &text, qsizetype i)
{
    const QChar c = text[i];
    if (c == QChar(0) || c == QChar(columnSeparator))
        return true;
    if (c.isHighSurrogate())
        return i + 1 >= text.size() || !text[i + 1].isLowSurrogate();
    return c.isLowSurrogate() && (i == 0 || !text[i - 1].isHighSurrogate());
}

} // namespace

QString storedId(const QString &text)
{
    QString stored = text;
    for (qsizetype i = 0; i < stored.size(); ++i) {
        if (mustBeReplaced(stored, i))
            stored[i] = replacement;
    }
    return stored;
}

QString storedText(const QString &text)
{
    return storedId(text.left(longestText));
}

QString joinedLines(const QStringList &texts)
{
    QStringList lines;
    for (QString line : texts) {
        line.replace(u'\n', u' ');
        if (!line.isEmpty())
            lines.append(line);
    }
    return lines.join(u'\n');
}

QStringList splitLines(const QString &text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

QString encodePath(const ContainerPath &path)
{
    QJsonArray steps;
    for (const ContainerStep &step : path)
        steps.append(QJsonArray{step.level, step.id.toString(), storedText(step.name)});
    return compact(steps);
}

ContainerPath decodePath(const QString &text)
{
    ContainerPath path;
    for (const auto &step : arrayOf(text))
        path.append({step[0].toString(), ContainerId(step[1].toString()), step[2].toString()});
    return path;
}

QString encodeDetails(const Details &details)
{
    QJsonArray pairs;
    for (const auto &[label, text] : details)
        pairs.append(QJsonArray{label, storedText(text)});
    return compact(pairs);
}

Details decodeDetails(const QString &text)
{
    Details details;
    for (const auto &pair : arrayOf(text))
        details.append({pair[0].toString(), pair[1].toString()});
    return details;
}

QString encodeTexts(const QStringList &texts)
{
    return compact(QJsonArray::fromStringList(texts));
}

QStringList decodeTexts(const QString &text)
{
    QStringList texts;
    for (const auto &value : arrayOf(text))
        texts.append(value.toString());
    return texts;
}

QString encodeFacts(const QMap<QString, QString> &facts)
{
    QJsonObject object;
    for (auto it = facts.begin(); it != facts.end(); ++it)
        object.insert(it.key(), it.value());
    return compact(object);
}

QMap<QString, QString> decodeFacts(const QString &text)
{
    QMap<QString, QString> facts;
    const QJsonObject object = objectOf(text);
    for (auto it = object.begin(); it != object.end(); ++it)
        facts.insert(it.key(), it.value().toString());
    return facts;
}

QString encodeCredentials(const QMap<QString, CredentialSource> &credentials)
{
    QJsonObject object;
    for (auto it = credentials.begin(); it != credentials.end(); ++it)
        object.insert(it.key(), QJsonArray{nameIn(credentialKinds, it->kind), it->place});
    return compact(object);
}

QMap<QString, CredentialSource> decodeCredentials(const QString &text)
{
    QMap<QString, CredentialSource> credentials;
    const QJsonObject object = objectOf(text);
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonArray source = it.value().toArray();
        credentials.insert(it.key(),
                           {valueIn(credentialKinds, source[0].toString()), source[1].toString()});
    }
    return credentials;
}

QString encodeSources(const QList<ListingSource> &sources)
{
    QJsonArray array;
    for (const ListingSource &source : sources) {
        QJsonObject object{
            {u"endpoint"_s, source.endpoint},
            {u"parameters"_s, source.parameters},
            {u"pages"_s, source.pages},
            {u"records"_s, source.records},
            {u"startedAt"_s, static_cast<qint64>(source.startedAt.micros())},
            {u"endedAt"_s, static_cast<qint64>(source.endedAt.micros())},
            {u"requestIds"_s, QJsonArray::fromStringList(source.requestIds)},
            {u"problem"_s, storedText(source.problem)},
        };
        if (source.clockAhead)
            object.insert(u"clockAhead"_s, *source.clockAhead);
        array.append(object);
    }
    return compact(array);
}

QList<ListingSource> decodeSources(const QString &text)
{
    QList<ListingSource> sources;
    for (const auto &value : arrayOf(text)) {
        ListingSource source;
        source.endpoint = value[u"endpoint"].toString();
        source.parameters = value[u"parameters"].toString();
        source.pages = value[u"pages"].toInt();
        source.records = value[u"records"].toInteger();
        source.startedAt = Timestamp::fromMicros(value[u"startedAt"].toInteger());
        source.endedAt = Timestamp::fromMicros(value[u"endedAt"].toInteger());
        for (const auto &id : value[u"requestIds"].toArray())
            source.requestIds.append(id.toString());
        source.problem = value[u"problem"].toString();
        if (value[u"clockAhead"].isDouble())
            source.clockAhead = value[u"clockAhead"].toInteger();
        sources.append(source);
    }
    return sources;
}

QString conditionName(AccountStatus::Condition condition)
{
    return nameIn(conditions, condition);
}

AccountStatus::Condition conditionFromName(QStringView name)
{
    return valueIn(conditions, name);
}

QString purposeName(KeychainEntry::Purpose purpose)
{
    return nameIn(purposes, purpose);
}

KeychainEntry::Purpose purposeFromName(QStringView name)
{
    return valueIn(purposes, name);
}

KeyRecord storedRecord(const KeyRecord &record)
{
    KeyRecord stored = record;
    stored.id = VendorKeyId(storedId(record.id.toString()));
    stored.kind = storedText(record.kind);
    stored.name = storedText(record.name);
    stored.mask = storedText(record.mask);
    for (QString &scope : stored.scopes)
        scope = storedText(scope);
    stored.scopes = splitLines(joinedLines(stored.scopes));
    stored.environment = storedText(record.environment);
    stored.createdBy = storedText(record.createdBy);
    for (auto &detail : stored.details)
        detail.second = storedText(detail.second);
    return stored;
}

} // namespace chatelaine
