// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/journal/journalpresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "models/journalmodel.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QPointer>

namespace chatelaine {

JournalPresenter::JournalPresenter(JournalPort port, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
{}

JournalPresenter::~JournalPresenter()
{
    cancelExport();
}

void JournalPresenter::exportTo(const QString &file)
{
    if (m_activity != Activity::Idle || file.isEmpty())
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
    whenDone(m_port.exportTo({QStringLiteral("csv"), file, {}, {}}, progress, m_cancellation), this,
             [this, file](const Outcome<qint64> &outcome) { exported(outcome, file); });
}

void JournalPresenter::exported(const Outcome<qint64> &outcome, const QString &file)
{
    m_activity = Activity::Idle;
    m_cancellation.reset();
    if (outcome) {
        m_file = file;
        m_notice = {Severity::Good,
                    tr("%1 entries were exported to %2.")
                        .arg(QLocale().toString(*outcome), QDir::toNativeSeparators(file)),
                    {}};
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

QString JournalPresenter::progress() const
{
    switch (m_activity) {
    case Activity::Exporting:
        return tr("%1 entries written").arg(QLocale().toString(m_written));
    case Activity::Verifying:
        return tr("Verifying the chain...");
    case Activity::Idle:
        break;
    }
    return {};
}

QList<std::pair<QString, QString>> JournalPresenter::parts(const QJsonObject &entry)
{
    QList<std::pair<QString, QString>> all;
    for (auto it = entry.begin(); it != entry.end(); ++it) {
        QString text;
        if (it->isString())
            text = it->toString();
        else if (it->isDouble())
            text = QString::number(it->toInteger());
        else if (it->isObject())
            text = QString::fromUtf8(QJsonDocument(it->toObject()).toJson(QJsonDocument::Compact));
        else if (it->isArray())
            text = QString::fromUtf8(QJsonDocument(it->toArray()).toJson(QJsonDocument::Compact));
        if (!text.isEmpty() && text != QStringLiteral("{}") && text != QStringLiteral("[]"))
            all.append({it.key(), displaySafe(text, 2000)});
    }
    return all;
}

} // namespace chatelaine
