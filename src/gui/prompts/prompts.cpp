// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/prompts/prompts.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPromise>
#include <QRegularExpression>

#include <memory>

namespace chatelaine {

namespace {

/** "csv" of "CSV files (*.csv)"; empty for all files. */
QString suffixOf(const QString &filter)
{
    static const QRegularExpression pattern(QStringLiteral("\\(\\*\\.([A-Za-z0-9]+)\\)"));
    return pattern.match(filter).captured(1);
}

/** Another kind of file was chosen: its name ends as that kind's do. */
void followFilter(QFileDialog *dialog, const QString &filter)
{
    const QString suffix = suffixOf(filter);
    const QStringList files = dialog->selectedFiles();
    if (suffix.isEmpty())
        return;
    dialog->setDefaultSuffix(suffix);
    if (!files.isEmpty() && !QFileInfo(files.constFirst()).isDir())
        dialog->selectFile(QFileInfo(files.constFirst()).completeBaseName() + QLatin1Char('.') +
                           suffix);
}

QFuture<QString> ask(QWidget *parent, const FileRequest &request, QFileDialog::AcceptMode mode)
{
    auto *dialog = new QFileDialog(parent, request.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptSave ? QFileDialog::AnyFile
                                                        : QFileDialog::ExistingFile);
    if (!request.filters.isEmpty())
        dialog->setNameFilters(request.filters);
    if (!request.suggestion.isEmpty()) {
        dialog->setDefaultSuffix(QFileInfo(request.suggestion).suffix());
        dialog->selectFile(request.suggestion);
    }
    if (mode == QFileDialog::AcceptSave)
        QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                         [dialog](const QString &filter) { followFilter(dialog, filter); });
    if (!request.action.isEmpty())
        dialog->setLabelText(QFileDialog::Accept, request.action);

    const auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, promise](int result) {
        const QStringList files = dialog->selectedFiles();
        const bool chosen = result == QDialog::Accepted && !files.isEmpty();
        promise->addResult(chosen ? files.constFirst() : QString());
        promise->finish();
    });
    dialog->open();
    return promise->future();
}

} // namespace

QFuture<QString> WidgetPrompts::saveFile(QWidget *parent, const FileRequest &request)
{
    return ask(parent, request, QFileDialog::AcceptSave);
}

QFuture<QString> WidgetPrompts::openFile(QWidget *parent, const FileRequest &request)
{
    return ask(parent, request, QFileDialog::AcceptOpen);
}

} // namespace chatelaine
