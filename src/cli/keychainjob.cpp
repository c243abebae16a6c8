// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/keychainjob.h"

#include "cli/table.h"
#include "core/redaction.h"

#include <QJsonArray>
#include <QJsonObject>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject keychainDocument(const KeychainReport &report)
{
    QJsonArray steps;
    for (const KeychainReport::Step &step : report.steps)
        steps.append(QJsonObject{{"name"_L1, step.id}, {"milliseconds"_L1, step.milliseconds}});
    QJsonArray findings;
    for (const KeychainReport::Finding &finding : report.findings) {
        findings.append(QJsonObject{
            {"id"_L1, finding.id}, {"sentence"_L1, finding.sentence}, {"next"_L1, finding.next}});
    }
    QJsonObject document{{"usable"_L1, report.usable},
                         {"steps"_L1, steps},
                         {"findings"_L1, findings},
                         {"notes"_L1, QJsonArray::fromStringList(report.notes)}};
    for (const auto &[name, text] :
         {std::pair("backend"_L1, report.backend), std::pair("collection"_L1, report.collection),
          std::pair("sandbox"_L1, report.sandbox)}) {
        if (!text.isEmpty())
            document.insert(name, text);
    }
    if (report.locked)
        document.insert("locked"_L1, *report.locked);
    if (report.persistent)
        document.insert("persistent"_L1, *report.persistent);
    return document;
}

} // namespace

void KeychainCheckJob::start()
{
    then(services().doctor.examine(), [this](const KeychainReport &found) { report(found); });
}

void KeychainCheckJob::report(const KeychainReport &report)
{
    const QString keeper = report.backend.isEmpty() ? tr("nobody who answers") : report.backend;
    QString text = report.usable ? tr("The keychain works. It is kept by %1.").arg(keeper)
                                 : tr("The keychain does not work. It is kept by %1.").arg(keeper);
    if (!report.collection.isEmpty())
        text += u' ' + tr("The default keyring is \"%1\".").arg(displaySafe(report.collection));
    text += u'\n';
    for (const KeychainReport::Finding &finding : report.findings)
        text += "- "_L1 + finding.sentence + u' ' + finding.next + u'\n';
    if (!report.steps.isEmpty()) {
        Table table({tr("STEP"), tr("MILLISECONDS")});
        table.alignRight(1);
        for (const KeychainReport::Step &step : report.steps)
            table.add({keychainStepText(step.id), QString::number(step.milliseconds)});
        text += table.toString();
    }
    for (const QString &note : report.notes)
        text += note + u'\n';
    output().result(text, keychainDocument(report));
    finish(report.usable ? done : notDone);
}

} // namespace chatelaine::cli
