// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QFuture>
#include <QString>

class QWidget;

namespace chatelaine {

/** What a file picker shall ask for. */
struct FileRequest
{
    QString title;
    QString action;      ///< text of the button, e.g. "Export"; empty: the platform's own
    QString suggestion;  ///< a file name or path
    QStringList filters; ///< e.g. "CSV files (*.csv)"; empty: all files
};

/** What is asked of the user apart from our own dialogs; behind an interface so that tests answer.
 * Never blocks. */
class Prompts
{
public:
    virtual ~Prompts() = default;
    /** @return the path; empty when the user gave up. */
    [[nodiscard]] virtual QFuture<QString> saveFile(QWidget *parent,
                                                    const FileRequest &request) = 0;
    [[nodiscard]] virtual QFuture<QString> openFile(QWidget *parent,
                                                    const FileRequest &request) = 0;
};

/** Asks with the platform's file dialog. */
class WidgetPrompts final : public Prompts
{
public:
    QFuture<QString> saveFile(QWidget *parent, const FileRequest &request) override;
    QFuture<QString> openFile(QWidget *parent, const FileRequest &request) override;
};

} // namespace chatelaine
