// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/journal/journalpresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "gui/common/timetext.h"
#include "models/journalmodel.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QPointer>

namespace chatelaine {

namespace {

QString plainText(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toString();
}

/** "state: active → disabled; wasSoAt: 2026-03-01T09:00:00Z" */
QString detailText(const QJsonObject &detail)
{
    constexpr QLatin1StringView was("was.");
    constexpr QLatin1StringView now("now.");
    QStringList changes;
    QStringList others;
    for (auto it = detail.begin(); it != detail.end(); ++it) {
        if (it.key().startsWith(was)) {
            const QString member = it.key().mid(was.size());
            changes.append(JournalPresenter::tr("%1: %2 → %3", "what changed: from, to")
                               .arg(member, plainText(*it), plainText(detail.value(now + member))));
        } else if (!it.key().startsWith(now) || !detail.contains(was + it.key().mid(now.size()))) {
            others.append(JournalPresenter::tr("%1: %2", "a detail and its value")
                              .arg(it.key(), plainText(*it)));
        }
    }
    return (changes + others).join(QStringLiteral("; "));
}

QString partText(const QString &name, const QJsonValue &value)
{
    if (name == QStringLiteral("time"))
        return exactTime(Timestamp::fromMicros(value.toInteger()));
    if (name == QStringLiteral("kind"))
        return journalEventText(value.toString());
    if (name == QStringLiteral("outcome"))
        return journalOutcomeText(value.toString());
    return value.isObject() ? detailText(value.toObject()) : plainText(value);
}

/** What was written, in a sentence. */
QString exportText(const ExportReport &report, const ExportOrder &order)
{
    const QString place = QDir::toNativeSeparators(order.file);
    if (AuditService::formats().contains(order.format))
        return JournalPresenter::tr("%1 entries were exported to %2.")
            .arg(QLocale().toString(report.entries), place);
    return JournalPresenter::tr("A report of %1 keys and %2 entries was exported to %3.")
        .arg(QLocale().toString(report.keys), QLocale().toString(report.entries), place);
}

QString signatureOf(const ExportReport &report)
{
    if (!report.incomplete.isEmpty())
        return JournalPresenter::tr("It is INCOMPLETE: %1").arg(report.incomplete.join(u'\n'));
    if (!report.unsignedWhy.isEmpty())
        return JournalPresenter::tr("It is not signed: %1").arg(report.unsignedWhy);
    if (report.fingerprint.isEmpty())
        return {};
    return JournalPresenter::tr("Give the signer's fingerprint to whoever reads it, by another "
                                "way than the file: %1")
        .arg(QString::fromLatin1(report.fingerprint));
}

} // namespace

JournalPresenter::JournalPresenter(JournalPort port, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
{}

JournalPresenter::~JournalPresenter()
{
    cancelExport();
}

void JournalPresenter::exportTo(const ExportOrder &order)
{
    if (m_activity != Activity::Idle)
        return;
    m_activity = Activity::Exporting;
    m_notice = {};
    m_written = 0;
    m_cancellation = std::make_shared<Cancellation>();
    emit changed();
    const QPointer<JournalPresenter> self(this);
    const auto progress = [self](qint64 written) {
        if (!self)
            return;
        self->m_written = written;
        emit self->changed();
    };
    whenDone(m_port.exportTo(order, progress, m_cancellation), this,
             [this, order](const Outcome<ExportReport> &outcome) { exported(outcome, order); });
}

void JournalPresenter::exported(const Outcome<ExportReport> &outcome, const ExportOrder &order)
{
    m_activity = Activity::Idle;
    m_cancellation.reset();
    if (outcome) {
        m_file = order.file;
        const bool isGood = outcome->unsignedWhy.isEmpty() && outcome->incomplete.isEmpty();
        m_notice = {isGood ? Severity::Good : Severity::Warning, exportText(*outcome, order),
                    signatureOf(*outcome)};
    } else if (outcome.error().kind == ErrorKind::Cancelled) {
        m_notice = {
            Severity::Information, tr("The export was cancelled. Nothing was left behind."), {}};
    } else {
        m_notice = Notice::of(outcome.error());
    }
    emit changed();
}

void JournalPresenter::cancelExport()
{
    if (m_cancellation)
        m_cancellation->request();
}

void JournalPresenter::verify()
{
    if (m_activity != Activity::Idle)
        return;
    m_activity = Activity::Verifying;
    m_notice = {};
    emit changed();
    whenDone(m_port.verify(), this,
             [this](const Outcome<JournalVerdict> &outcome) { verified(outcome); });
}

void JournalPresenter::verified(const Outcome<JournalVerdict> &outcome)
{
    m_activity = Activity::Idle;
    if (!outcome) {
        m_notice = Notice::of(outcome.error());
    } else if (outcome->intact) {
        m_notice = {Severity::Good,
                    tr("The chain is intact: each of %1 entries follows from the one before it.")
                        .arg(QLocale().toString(outcome->entries)),
                    {}};
    } else {
        m_notice = {Severity::Error,
                    tr("The chain is broken at entry %1: %2")
                        .arg(QLocale().toString(outcome->firstBad), outcome->reason),
                    tr("Keep a copy of the profile folder, and do not rely on the entries from "
                       "there on.")};
    }
    emit changed();
}

void JournalPresenter::verifyExport(const QString &file)
{
    if (m_activity != Activity::Idle || file.isEmpty())
        return;
    m_activity = Activity::Verifying;
    m_notice = {};
    emit changed();
    const QFileInfo info(file);
    VerifyOrder order;
    order.path = info.fileName() == QStringLiteral("SHA256SUMS") ? info.absolutePath() : file;
    whenDone(m_port.verifyExport(order), this,
             [this](const Outcome<ExportVerdict> &outcome) { exportVerified(outcome); });
}

void JournalPresenter::exportVerified(const Outcome<ExportVerdict> &outcome)
{
    m_activity = Activity::Idle;
    if (!outcome) {
        m_notice = Notice::of(outcome.error());
    } else if (!outcome->isIntact()) {
        m_notice = {Severity::Error, tr("NOT INTACT: %1").arg(outcome->sentence()),
                    tr("Do not rely on it. Ask whoever gave it to you for another one.")};
    } else {
        const QString signer =
            outcome->isSigned
                ? tr("Signed by the key with the fingerprint %1. Compare it with the one that you "
                     "know by another way.")
                      .arg(QString::fromLatin1(signature::fingerprintOf(outcome->publicKey)))
                : tr("It is not signed: anybody can have made it.");
        m_notice = {outcome->isSigned ? Severity::Good : Severity::Warning,
                    tr("INTACT: %1 entries of the journal, as they were exported.")
                        .arg(QLocale().toString(outcome->entries)),
                    signer};
    }
    emit changed();
}

QString JournalPresenter::progress() const
{
    switch (m_activity) {
    case Activity::Exporting:
        return tr("%1 entries written").arg(QLocale().toString(m_written));
    case Activity::Verifying:
        return tr("Verifying...");
    case Activity::Idle:
        break;
    }
    return {};
}

QList<std::pair<QString, QString>> JournalPresenter::parts(const QJsonObject &entry)
{
    // The names of docs/journal-format.md, in the order in which a person asks.
    const QList<std::pair<QString, QString>> names = {
        {QStringLiteral("kind"), tr("What")},
        {QStringLiteral("outcome"), tr("Outcome")},
        {QStringLiteral("object"), tr("Which")},
        {QStringLiteral("detail"), tr("Details")},
        {QStringLiteral("mask"), tr("Masked value")},
        {QStringLiteral("vendorId"), tr("The vendor's ID")},
        {QStringLiteral("accountName"), tr("Account")},
        {QStringLiteral("provider"), tr("Provider")},
        {QStringLiteral("container"), tr("Container")},
        {QStringLiteral("time"), tr("When")},
        {QStringLiteral("user"), tr("Who")},
        {QStringLiteral("host"), tr("Computer")},
        {QStringLiteral("program"), tr("Program")},
        {QStringLiteral("requestId"), tr("The vendor's request ID")},
        {QStringLiteral("operation"), tr("Operation")},
        {QStringLiteral("account"), tr("Account ID")},
        {QStringLiteral("installation"), tr("Installation")},
        {QStringLiteral("seq"), tr("Entry")},
        {QStringLiteral("prev"), tr("SHA-256 of the entry before")},
    };
    QList<std::pair<QString, QString>> all;
    for (const auto &[name, label] : names) {
        if (const QString text = partText(name, entry.value(name)); !text.isEmpty())
            all.append({label, displaySafe(text, 2000)});
    }
    return all;
}

} // namespace chatelaine
