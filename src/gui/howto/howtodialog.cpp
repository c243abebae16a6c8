// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/howto/howtodialog.h"

#include "gui/dialogs/roomkeeper.h"
#include "ui_howtodialog.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>

namespace chatelaine {

namespace {

constexpr int shownLines = 8;

} // namespace

HowToDialog::HowToDialog(const HowToUse &how, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HowToDialog>())
    , m_how(how)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    setWindowTitle(how.title);
    m_ui->sentenceLabel->setText(how.sentence);
    m_ui->variableEdit->setText(how.variable);
    m_ui->variableEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    for (QWidget *widget :
         {static_cast<QWidget *>(m_ui->variableLabel), static_cast<QWidget *>(m_ui->variableEdit),
          static_cast<QWidget *>(m_ui->copyVariableButton)})
        widget->setVisible(!how.variable.isEmpty());
    for (const HowToUse::Snippet &snippet : how.snippets)
        addSnippet(snippet);
    const bool any = !how.snippets.isEmpty();
    m_ui->snippetTabs->setVisible(any);
    m_ui->copySnippetButton->setVisible(any);
    connect(m_ui->copyVariableButton, &QPushButton::clicked, this,
            [this] { copy(m_how.variable, m_how.variable); });
    connect(m_ui->copySnippetButton, &QPushButton::clicked, this, [this] {
        const HowToUse::Snippet &snippet = m_how.snippets.at(m_ui->snippetTabs->currentIndex());
        copy(snippet.text, snippet.language);
    });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &HowToDialog::close);
    (any ? m_ui->copySnippetButton : m_ui->closeButton)->setFocus();
}

HowToDialog::~HowToDialog() = default;

void HowToDialog::addSnippet(const HowToUse::Snippet &snippet)
{
    auto *text = new QPlainTextEdit(snippet.text, m_ui->snippetTabs);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setAccessibleName(snippet.language);
    text->setMinimumHeight(shownLines * text->fontMetrics().lineSpacing());
    m_ui->snippetTabs->addTab(text, QString(snippet.language).replace(u'&', QStringLiteral("&&")));
}

void HowToDialog::copy(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    m_ui->statusLabel->setText(tr("On the clipboard: %1.").arg(what));
}

} // namespace chatelaine
