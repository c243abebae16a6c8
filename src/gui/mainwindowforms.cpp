// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The forms that the main window opens, and what it does with their results.

#include "gui/mainwindow.h"

#include "core/async.h"
#include "core/clock.h"
#include "core/whenready.h"
#include "gui/audit/vendorauditdialog.h"
#include "gui/common/messagebar.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/dialogs/connectdialog.h"
#include "gui/forms/formdialog.h"
#include "gui/howto/howtodialog.h"
#include "gui/keys/keyforms.h"
#include "gui/keys/keyspage.h"
#include "gui/replacements/replacementoffer.h"
#include "gui/replacements/replacementsdialog.h"
#include "gui/tree/accounttree.h"
#include "gui/webhooks/webhookspage.h"
#include "services/accountservice.h"
#include "services/services.h"

#include <QMenu>

#include "ui_mainwindow.h"

namespace chatelaine {

void MainWindow::openKeyForm(KeyAction action, const KeyRow &key, const KindInfo &kind)
{
    const KeyFormsPort port = KeyFormsPort::of(m_services);
    switch (action) {
    case KeyAction::HowTo:
        (new HowToDialog(howToUse(key, kind), this))->show();
        break;
    case KeyAction::Rotate:
        openForm(rotationForm(port, key, *kind.verb(KeyVerb::Rotate), m_clock.now()));
        break;
    case KeyAction::Edit:
        openForm(updateForm(port, key, *kind.verb(KeyVerb::Update)));
        break;
    case KeyAction::Replace:
        replaceKey(key, kind);
        break;
    default:
        break;
    }
}

void MainWindow::replaceKey(const KeyRow &key, const KindInfo &kind)
{
    whenDone(
        m_services.replacements.formFor(key.uid), this,
        [this, key, create = *kind.verb(KeyVerb::Create)](const Outcome<ReplacementForm> &known) {
            if (known)
                openForm(replacementForm(KeyFormsPort::of(m_services), key, create, *known));
            else
                showNotice(Notice::of(known.error()));
        });
}

void MainWindow::openForm(const FormRequest &request)
{
    auto *dialog = new FormDialog(request, SecretRoutePort::of(m_services), this);
    connect(dialog, &FormDialog::finishedWith, this, &MainWindow::takeForm);
    dialog->show();
}

void MainWindow::takeForm(const FormResult &result)
{
    showNotice(result.notice);
    if (!result.key.isEmpty())
        m_keys->selectKey(result.key);
    if (result.secret)
        showSecret(*result.secret, result.warnings, result.undelivered);
}

void MainWindow::connectContainers()
{
    connect(&m_containers, &ContainersPresenter::noticed, this, &MainWindow::showNotice);
    connect(&m_containers, &ContainersPresenter::deletionAsked, this, &MainWindow::askDeletion);
    QTreeView *tree = m_ui->accountTree;
    tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(tree, &QWidget::customContextMenuRequested, this, [this, tree](const QPoint &place) {
        const QModelIndex pointed = tree->indexAt(place);
        if (pointed.isValid())
            tree->setCurrentIndex(pointed);
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(m_ui->actionNewKey);
        menu->addSeparator();
        menu->addActions(m_ui->menuAccount->actions());
        menu->popup(tree->viewport()->mapToGlobal(place));
    });
}

void MainWindow::editAccount(const AccountId &account)
{
    const std::optional<AccountRow> row = m_services.accounts.account(account);
    if (!row)
        return;
    auto *dialog = new ConnectDialog(m_services, *row, this);
    connect(dialog, &ConnectDialog::connected, this, [this](const AccountId &changed) {
        m_presenter.sync({changed});
        const Scope &scope = m_presenter.scope();
        m_webhooks->presenter().setScope(scope.account, scope.path);
    });
    dialog->show();
}

void MainWindow::exportVendorAudit()
{
    const Scope &scope = m_presenter.scope();
    const auto account = m_services.accounts.account(scope.account);
    const auto provider = m_services.accounts.providerOf(scope.account);
    const auto place = auditPlace(provider, scope.path);
    if (!account || !place)
        return;
    auto *dialog = new VendorAuditDialog(VendorAuditPort::of(m_services), *account, *place,
                                         *provider->audit, *m_options.prompts, this);
    dialog->show();
}

void MainWindow::connectWebhooks()
{
    WebhooksPresenter &presenter = m_webhooks->presenter();
    connect(&m_services.webhooks, &WebhookService::changed, &presenter,
            &WebhooksPresenter::readKnown);
    connect(m_webhooks, &WebhooksPage::formRequested, this, &MainWindow::openForm);
    connect(m_webhooks, &WebhooksPage::credentialsRequested, this, &MainWindow::editAccount);
}

void MainWindow::showContainerActions()
{
    const Scope &scope = m_presenter.scope();
    const auto provider = m_services.accounts.providerOf(scope.account);
    m_ui->actionVendorAudit->setEnabled(auditPlace(provider, scope.path).has_value());
    qDeleteAll(m_containerActions);
    m_containerActions.clear();
    QAction *before = m_ui->menuAccount->actions().value(0);
    const QList<ContainerOffer> offers = m_containers.offers(scope);
    for (const ContainerOffer &offer : offers) {
        auto *action = new QAction(QString(offer.text).replace(u'&', QStringLiteral("&&")), this);
        connect(action, &QAction::triggered, this, [this, offer] {
            if (offer.verb == ContainerVerb::Delete)
                m_containers.prepareDeletion(offer);
            else
                openForm(m_containers.form(offer));
        });
        m_ui->menuAccount->insertAction(before, action);
        m_containerActions.append(action);
    }
}

void MainWindow::askDeletion(const ContainersPresenter::Deletion &deletion)
{
    whenReady(m_options.confirmer->ask(this, deletion.question), this, [this, deletion](bool yes) {
        if (yes)
            m_containers.remove(deletion);
    });
}

void MainWindow::connectReplacements()
{
    using P = MainWindowPresenter;
    connect(&m_presenter, &P::replacementsWanted, this, &MainWindow::showReplacements);
    connect(&m_presenter, &P::replacementsChanged, this, [this] {
        if (!m_replacements)
            return;
        m_replacements->setReplacements(m_presenter.replacements());
        m_replacements->setBusy(m_presenter.isReplacing());
    });
    connect(&m_presenter, &P::replacementFailed, this, [this](const Notice &notice) {
        if (m_replacements)
            m_replacements->showProblem(notice.text, notice.next);
        else
            showNotice(notice);
    });
}

void MainWindow::showReplacements()
{
    if (!m_replacements) {
        m_replacements = new ReplacementsDialog(this);
        connect(m_replacements, &ReplacementsDialog::goOnRequested, this,
                &MainWindow::goOnReplacing);
        connect(m_replacements, &ReplacementsDialog::abandonRequested, &m_presenter,
                &MainWindowPresenter::abandon);
        m_replacements->setReplacements(m_presenter.replacements());
    }
    m_replacements->show();
    m_replacements->raise();
}

void MainWindow::goOnReplacing(const Replacement &replacement)
{
    const auto provider = m_services.accounts.providerOf(replacement.row.account);
    const auto account = m_services.accounts.account(replacement.row.account);
    const KindInfo *kind = provider ? provider->kind(replacement.oldKey.record.kind) : nullptr;
    if (!kind || replacementOffer(replacement).step != ReplacementOffer::Step::EndOldKey) {
        m_presenter.goOn(replacement);
        return;
    }
    const Confirmation question =
        endingQuestion(replacement, *kind, account ? account->name : QString(), m_clock.now());
    whenReady(m_options.confirmer->ask(this, question), this, [this, replacement](bool yes) {
        if (yes)
            m_presenter.goOn(replacement);
    });
}

} // namespace chatelaine
