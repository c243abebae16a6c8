// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/credentialeditor.h"

#include "gui/dialogs/problemlabel.h"
#include "gui/secretview/secretinput.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>

namespace chatelaine {

namespace {

enum Page { SecretPage, VariablePage, FilePage };

int pageOf(CredentialSource::Kind kind)
{
    switch (kind) {
    case CredentialSource::Kind::Environment:
        return VariablePage;
    case CredentialSource::Kind::File:
        return FilePage;
    case CredentialSource::Kind::Keychain:
    case CredentialSource::Kind::Session:
        break;
    }
    return SecretPage;
}

} // namespace

CredentialEditor::CredentialEditor(const SlotInfo &slot, QWidget *parent)
    : QWidget(parent)
    , m_slot(slot)
    , m_inputs(new QStackedWidget(this))
    , m_secret(new SecretInput(this))
    , m_variable(new QLineEdit(this))
    , m_file(new QLineEdit(this))
    , m_source(new QComboBox(this))
    , m_problem(new ProblemLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    makeInputs();
    layout->addWidget(m_inputs);
    layout->addWidget(m_problem);
    makeHelp();
    makeSources();
    showSource();
}

void CredentialEditor::makeInputs()
{
    m_inputs->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_secret->setAccessibleName(m_slot.label);
    m_secret->setObjectName(m_slot.id + QStringLiteral("SecretEdit"));
    m_inputs->addWidget(m_secret);

    m_variable->setAccessibleName(m_slot.label);
    m_variable->setPlaceholderText(tr("Name of the variable"));
    m_inputs->addWidget(m_variable);

    auto *filePage = new QWidget(this);
    auto *fileLayout = new QHBoxLayout(filePage);
    fileLayout->setContentsMargins(0, 0, 0, 0);
    fileLayout->setSpacing(8);
    m_file->setAccessibleName(m_slot.label);
    m_file->setPlaceholderText(tr("Path of the file"));
    auto *choose = new QPushButton(tr("Choose file..."), filePage);
    choose->setAutoDefault(false);
    fileLayout->addWidget(m_file, 1);
    fileLayout->addWidget(choose);
    m_inputs->addWidget(filePage);

    connect(m_secret, &QLineEdit::textChanged, this, [this] {
        const auto secret = m_secret->secret();
        emit secretTyped(secret ? *secret : SharedSecret());
    });
    connect(m_variable, &QLineEdit::textChanged, this, &CredentialEditor::placeTyped);
    connect(m_file, &QLineEdit::textChanged, this, &CredentialEditor::placeTyped);
    connect(choose, &QPushButton::clicked, this, &CredentialEditor::fileWanted);
}

void CredentialEditor::makeHelp()
{
    const QUrl url(m_slot.url);
    const bool linked = url.scheme() == QStringLiteral("https");
    if (m_slot.help.isEmpty() && !linked)
        return;
    QString text = m_slot.help.toHtmlEscaped();
    if (linked)
        text += QStringLiteral(" <a href=\"%1\">%2</a>")
                    .arg(url.toString(QUrl::FullyEncoded).toHtmlEscaped(), tr("Where to get it"));
    auto *help = new QLabel(text, this);
    help->setTextFormat(Qt::RichText);
    help->setWordWrap(true);
    help->setOpenExternalLinks(true);
    help->setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
    layout()->addWidget(help);
}

void CredentialEditor::makeSources()
{
    using Kind = CredentialSource::Kind;
    m_source->addItem(tr("Keep it in the keychain"), static_cast<int>(Kind::Keychain));
    m_source->addItem(tr("Read it from an environment variable"),
                      static_cast<int>(Kind::Environment));
    m_source->addItem(tr("Read it from a file"), static_cast<int>(Kind::File));
    m_source->addItem(tr("Keep it for this run only"), static_cast<int>(Kind::Session));
    auto *label = new QLabel(tr("Source"), this);
    label->setBuddy(m_source);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_source, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_source, &QComboBox::currentIndexChanged, this, [this] {
        showSource();
        emit sourceChosen(source());
        if (source() == CredentialSource::Kind::Environment)
            emit placeTyped(m_variable->text());
        if (source() == CredentialSource::Kind::File)
            emit placeTyped(m_file->text());
    });
}

CredentialSource::Kind CredentialEditor::source() const
{
    return static_cast<CredentialSource::Kind>(m_source->currentData().toInt());
}

void CredentialEditor::showSource()
{
    m_inputs->setCurrentIndex(pageOf(source()));
}

QWidget *CredentialEditor::focusTarget() const
{
    return m_secret;
}

void CredentialEditor::setProblem(const QString &problem)
{
    m_problem->setProblem(problem);
}

void CredentialEditor::setFile(const QString &path)
{
    m_file->setText(path);
}

void CredentialEditor::wipe()
{
    QSignalBlocker blocker(m_secret);
    m_secret->wipe();
}

} // namespace chatelaine
