// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/prompts/prompts.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPromise>

#include <memory>

namespace chatelaine {

namespace {

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
