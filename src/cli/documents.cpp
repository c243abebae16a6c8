// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/documents.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DocumentsTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::Documents)
};

void putFinding(QJsonObject &object, const ExportFinding &finding)
{
    if (!finding.isIntact())
        object.insert("tampering"_L1, tamperingName(finding.tampering));
    if (finding.at > 0)
        object.insert("at"_L1, finding.at);
    if (finding.file.isEmpty())
        return;
    object.insert("inFile"_L1, finding.file);
    object.insert("change"_L1, fileChangeName(finding.change));
}

void putHead(QJsonObject &object, const Checkpoint &head)
{
    object.insert("origin"_L1, head.origin);
    object.insert("size"_L1, head.size);
    object.insert("root"_L1, QString::fromLatin1(base64Of(head.root)));
}

void put(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void put(QJsonObject &object, QLatin1StringView name, const std::optional<Timestamp> &time)
{
    if (time)
        object.insert(name, time->toIso());
}

void put(QJsonObject &object, QLatin1StringView name, const std::optional<double> &number)
{
    if (number)
        object.insert(name, *number);
}

QJsonArray containerArray(const ContainerPath &path)
{
    QJsonArray steps;
    for (const ContainerStep &step : path) {
        QJsonObject object{{"level"_L1, step.level}, {"id"_L1, step.id.toString()}};
        put(object, "name"_L1, step.name);
        steps.append(object);
    }
    return steps;
}

QJsonObject lastUsedDocument(const LastUsed &lastUsed)
{
    QJsonObject object{{"source"_L1, lastUsedSourceName(lastUsed.source)}};
    put(object, "at"_L1, lastUsed.at);
    if (lastUsed.at)
        object.insert("precision"_L1, lastUsed.precisionSeconds);
    put(object, "trackedSince"_L1, lastUsed.trackedSince);
    return object;
}

/** Appends `bytes` as the inside of a JSON string. */
void appendEscaped(WipedBytes &out, QByteArrayView bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out.append("\\");
            out.append({&c, 1});
        } else if (code < 0x20) {
            const char escape[] = {'\\', 'u', '0', '0', digits[code >> 4], digits[code & 15]};
            out.append({escape, qsizetype(sizeof escape)});
        } else {
            out.append({&c, 1});
        }
    }
}

} // namespace

QJsonObject listDocument(const QJsonArray &items, const ListState &state)
{
    QJsonObject document{{"items"_L1, items},
                         {"complete"_L1, state.complete},
                         {"reasons"_L1, QJsonArray::fromStringList(state.reasons)}};
    put(document, "asOf"_L1, state.asOf);
    return document;
}

QJsonObject errorDocument(const Error &error)
{
    QJsonObject object{{"kind"_L1, errorKindName(error.kind)}, {"message"_L1, error.message}};
    put(object, "next"_L1, error.next);
    put(object, "requestId"_L1, error.requestId);
    put(object, "retryAt"_L1, error.retryAt);
    return {{"error"_L1, object}};
}

QJsonObject keyDocument(const KeyRow &key, const AccountRow &account)
{
    const KeyRecord &record = key.record;
    QJsonObject object{{"account"_L1, account.name},
                       {"provider"_L1, account.provider.toString()},
                       {"container"_L1, containerArray(record.container)},
                       {"kind"_L1, record.kind},
                       {"scopes"_L1, QJsonArray::fromStringList(record.scopes)},
                       {"state"_L1, keyStateName(record.state)},
                       {"lastUsed"_L1, lastUsedDocument(record.lastUsed)}};
    if (!record.id.isEmpty()) {
        object.insert("ref"_L1, keyRef(account.name, record.container, record.id));
        object.insert("id"_L1, record.id.toString());
    }
    put(object, "name"_L1, record.name);
    put(object, "mask"_L1, record.mask);
    put(object, "environment"_L1, record.environment);
    put(object, "createdAt"_L1, record.createdAt);
    put(object, "expiresAt"_L1, record.expiresAt);
    return object;
}

QJsonObject accountDocument(const AccountRow &account)
{
    QJsonObject credentials;
    for (auto it = account.credentials.begin(); it != account.credentials.end(); ++it)
        credentials.insert(it.key(), shownSource(it.value()));
    QJsonObject status{{"condition"_L1, conditionName(account.status.condition)},
                       {"reasons"_L1, QJsonArray::fromStringList(account.status.reasons)}};
    put(status, "message"_L1, account.status.message);
    put(status, "asOf"_L1, account.status.asOf);
    put(status, "completeAt"_L1, account.status.completeAt);
    QJsonObject object{{"id"_L1, account.id.toString()},
                       {"name"_L1, account.name},
                       {"provider"_L1, account.provider.toString()},
                       {"credentials"_L1, credentials},
                       {"createdAt"_L1, account.createdAt.toIso()},
                       {"status"_L1, status}};
    put(object, "url"_L1, account.baseUrl);
    put(object, "ca"_L1, account.caFile);
    put(object, "pin"_L1, QString::fromLatin1(account.pin.toHex()));
    put(object, "definition"_L1, account.definitionFile);
    return object;
}

QJsonObject containerDocument(const ContainerRow &container, const AccountRow &account)
{
    const ContainerStep &self = container.path.constLast();
    QJsonObject object{
        {"id"_L1, self.id.toString()},
        {"account"_L1, account.name},
        {"provider"_L1, account.provider.toString()},
        {"container"_L1, containerArray(container.path.first(container.path.size() - 1))},
        {"keys"_L1, container.keys}};
    put(object, "name"_L1, self.name);
    return object;
}

QJsonObject usageDocument(const UsageSample &sample, const UsageLabels &labels)
{
    QJsonObject object{
        {"account"_L1, labels.account}, {"container"_L1, containerArray(labels.container)},
        {"metric"_L1, sample.metric},   {"start"_L1, sample.start.toIso()},
        {"seconds"_L1, sample.seconds}, {"value"_L1, sample.value}};
    put(object, "series"_L1, sample.series);
    put(object, "group"_L1, sample.group);
    put(object, "name"_L1, labels.group);
    put(object, "unit"_L1, labels.unit);
    return object;
}

namespace {

QString levelName(QuotaLevel level)
{
    if (level == QuotaLevel::Alarm)
        return u"alarm"_s;
    return level == QuotaLevel::Warning ? u"warning"_s : u"fine"_s;
}

QJsonObject forecastDocument(const QuotaForecast &forecast)
{
    QJsonObject object{{"verdict"_L1, forecastVerdictName(forecast.verdict)},
                       {"days"_L1, forecast.days},
                       {"binding"_L1, forecast.binding}};
    put(object, "earliest"_L1, forecast.earliest);
    put(object, "latest"_L1, forecast.latest);
    return object;
}

} // namespace

QJsonObject quotaReadingDocument(const Quota &quota)
{
    QJsonObject object{
        {"id"_L1, quota.id}, {"name"_L1, quota.name}, {"observedAt"_L1, quota.observedAt.toIso()}};
    put(object, "unit"_L1, quota.unit);
    put(object, "used"_L1, quota.used);
    put(object, "limit"_L1, quota.limit);
    put(object, "resetAt"_L1, quota.resetAt);
    put(object, "within"_L1, quota.within);
    return object;
}

QJsonObject quotaDocument(const QuotaOutlook &outlook)
{
    QJsonObject object = quotaReadingDocument(outlook.quota);
    object.insert("level"_L1, levelName(outlook.level));
    object.insert("forecast"_L1, forecastDocument(outlook.forecast));
    return object;
}

QJsonObject operationDocument(const OperationRow &operation, const AccountRow &account)
{
    QJsonObject object{{"id"_L1, operation.id.toString()},
                       {"account"_L1, account.name},
                       {"verb"_L1, operation.verb},
                       {"object"_L1, operation.object},
                       {"container"_L1, containerArray(operation.container)},
                       {"state"_L1, operationStateName(operation.state)},
                       {"intendedAt"_L1, operation.intendedAt.toIso()},
                       {"secretHeld"_L1, operation.secretHeld}};
    put(object, "kind"_L1, operation.kind);
    put(object, "key"_L1, operation.vendorKey.toString());
    put(object, "name"_L1, operation.sentName);
    put(object, "sentAt"_L1, operation.sentAt);
    put(object, "endedAt"_L1, operation.endedAt);
    put(object, "message"_L1, operation.message);
    put(object, "requestId"_L1, operation.requestId);
    return object;
}

QJsonObject verdictDocument(const JournalVerdict &verdict)
{
    QJsonObject object{{"intact"_L1, verdict.intact}, {"entries"_L1, verdict.entries}};
    if (!verdict.intact)
        object.insert("firstBad"_L1, verdict.firstBad);
    put(object, "reason"_L1, verdict.reason);
    put(object, "head"_L1, QString::fromLatin1(verdict.head.toHex()));
    return object;
}

QJsonObject exportVerdictDocument(const ExportVerdict &verdict)
{
    QJsonObject object{{"intact"_L1, verdict.isIntact()},
                       {"entries"_L1, verdict.entries},
                       {"sentence"_L1, verdict.sentence()},
                       {"isPart"_L1, verdict.isPart},
                       {"isSigned"_L1, verdict.isSigned}};
    putFinding(object, verdict);
    QJsonArray also;
    for (const ExportFinding &finding : verdict.also) {
        QJsonObject item{{"sentence"_L1, finding.sentence()}};
        putFinding(item, finding);
        also.append(item);
    }
    if (!also.isEmpty())
        object.insert("also"_L1, also);
    if (verdict.isSigned)
        object.insert("fingerprint"_L1,
                      QString::fromLatin1(signature::fingerprintOf(verdict.publicKey)));
    put(object, "maker"_L1, verdict.maker);
    if (!verdict.journals.isEmpty())
        putHead(object, verdict.head);
    QJsonArray journals;
    for (const VerifiedJournal &journal : verdict.journals) {
        QJsonObject item{{"entries"_L1, journal.entries}, {"isPart"_L1, journal.isPart}};
        putHead(item, journal.head);
        journals.append(item);
    }
    object.insert("journals"_L1, journals);
    put(object, "unsigned"_L1, verdict.unsignedWhy);
    return object;
}

QByteArray toBytes(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n';
}

WipedBytes withSecret(const QJsonObject &document, const Secret &secret)
{
    const QByteArray open = QJsonDocument(document).toJson(QJsonDocument::Compact).chopped(1);
    WipedBytes out;
    out.append(open);
    out.append(document.isEmpty() ? "\"secret\":\"" : ",\"secret\":\"");
    appendEscaped(out, secret.borrowed());
    out.append("\"}\n");
    return out;
}

QString shownSource(const CredentialSource &source)
{
    switch (source.kind) {
    case CredentialSource::Kind::Keychain:
        return u"keychain"_s;
    case CredentialSource::Kind::Environment:
        return u"env:"_s + source.place;
    case CredentialSource::Kind::File:
        return u"file:"_s + source.place;
    case CredentialSource::Kind::Session:
        return u"session"_s;
    }
    Q_UNREACHABLE();
}

QString conditionName(AccountStatus::Condition condition)
{
    switch (condition) {
    case AccountStatus::Condition::NeverSynced:
        return u"never_synced"_s;
    case AccountStatus::Condition::Fresh:
        return u"fresh"_s;
    case AccountStatus::Condition::Incomplete:
        return u"incomplete"_s;
    case AccountStatus::Condition::Unauthorized:
        return u"unauthorized"_s;
    case AccountStatus::Condition::Offline:
        return u"offline"_s;
    case AccountStatus::Condition::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

ListState inventoryState(const QList<AccountRow> &accounts)
{
    ListState state;
    bool everyoneRead = !accounts.isEmpty();
    for (const AccountRow &account : accounts) {
        const AccountStatus &status = account.status;
        if (!status.asOf) {
            everyoneRead = false;
            state.complete = false;
            state.reasons.append(DocumentsTexts::tr("%1 has never been read.").arg(account.name));
            continue;
        }
        if (!state.asOf || *status.asOf < *state.asOf)
            state.asOf = status.asOf; // a list is as old as its oldest part
        if (status.completeAt && *status.completeAt >= *status.asOf)
            continue;
        state.complete = false;
        for (const QString &reason : status.reasons)
            state.reasons.append(account.name + ": "_L1 + reason);
        if (status.reasons.isEmpty() && !status.message.isEmpty())
            state.reasons.append(account.name + ": "_L1 + status.message);
    }
    if (!everyoneRead)
        state.asOf.reset();
    return state;
}

} // namespace chatelaine::cli
