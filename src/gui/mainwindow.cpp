// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow.h"

#include "core/clock.h"
#include "gui/banner/bannerarea.h"
#include "gui/clipboard/clipboardservice.h"
#include "gui/common/messagebar.h"
#include "gui/dialogs/addexistingdialog.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/dialogs/connectdialog.h"
#include "gui/dialogs/newkeydialog.h"
#include "gui/dialogs/secretdialog.h"
#include "gui/doubts/doubtsdialog.h"
#include "gui/firstrun/firstrunpage.h"
#include "gui/journal/journalpage.h"
#include "gui/journal/timelinedialog.h"
#include "gui/keys/keydetailspanel.h"
#include "gui/keys/keyspage.h"
#include "gui/lock/lockconfirmer.h"
#include "gui/lock/lockpage.h"
#include "gui/lock/windowcover.h"
#include "gui/prompts/prompts.h"
#include "gui/team/teamdialog.h"
#include "gui/tree/accounttree.h"
#include "gui/usage/usagepage.h"
#include "gui/webhooks/webhookspage.h"
#include "models/containertreemodel.h"
#include "models/journalmodel.h"
#include "models/keytablemodel.h"
#include "models/modelfactory.h"
#include "services/services.h"

#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSessionManager>

#include "ui_mainwindow.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Page { KeysPageNumber, UsagePageNumber, WebhooksPageNumber, JournalPageNumber };

} // namespace

MainWindow::MainWindow(Services &services, ModelFactory &models, const Clock &clock,
                       WindowOptions options, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_services(services)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_presenter(MainWindowPort::of(services), clock)
    , m_containers(ContainersPort::of(services))
    , m_clipboard(new ClipboardService(this))
    , m_firstRun(new FirstRunPage(this))
    , m_banners(new BannerArea(this))
    , m_notice(new MessageBar(this))
    , m_activity(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel sync"), this))
    , m_team(new QLabel(this))
    , m_asOf(new QLabel(this))
{
    if (!m_options.prompts) {
        m_ownPrompts = std::make_unique<WidgetPrompts>();
        m_options.prompts = m_ownPrompts.get();
    }
    if (!m_options.confirmer) {
        m_ownConfirmer = std::make_unique<DialogConfirmer>();
        m_options.confirmer = m_ownConfirmer.get();
    }
    if (m_services.lock) {
        m_lockConfirmer =
            std::make_unique<LockConfirmer>(*m_options.confirmer, *m_services.lock, clock);
        m_options.confirmer = m_lockConfirmer.get();
    }
    m_ui->setupUi(this);
    setWindowIcon(QIcon(u":/icons/io.github.chatelaine.Chatelaine.svg"_s));
    setUpPages(models, clock);
    setUpStatusBar();
    connectActions();
    connectKeyActions();
    connectPresenter();
    connectContainers();
    connectWebhooks();
    connectReplacements();
    connectBulk();
    connectTeam();
    connectNotes();
    connectServices();
    connect(
        qApp, &QGuiApplication::commitDataRequest, this,
        [this](QSessionManager &session) {
            if (!mayEnd())
                session.cancel();
        },
        Qt::DirectConnection);
    restoreLayout();
    showPage(KeysPageNumber);
    showAccounts();
    showActivity();
    showAsOf();
    m_minute.start(20'000);
    m_presenter.start();
    connectLock();
}

MainWindow::~MainWindow() = default;

void MainWindow::setUpPages(ModelFactory &models, const Clock &clock)
{
    m_ui->rootStack->addWidget(m_firstRun);
    m_firstRun->setPracticeAvailable(m_presenter.canPractise());
    m_notice->setClosable(true);
    m_ui->workspaceLayout->insertWidget(0, m_banners);
    m_ui->workspaceLayout->insertWidget(1, m_notice);
    m_ui->workspaceLayout->setStretchFactor(m_ui->splitter, 1);
    m_tree = new AccountTree(m_ui->accountTree, models.containerTree());
    m_keys = new KeysPage(KeysPort::of(m_services), models.keyTable(), clock, *m_options.confirmer);
    m_usage = new UsagePage(m_services, clock, *m_options.prompts);
    m_journal = new JournalPage(m_services, models, *m_options.prompts);
    connect(m_keys, &KeysPage::historyRequested, this, [this, &models](const KeyRow &key) {
        auto *timeline = new TimelineDialog(models.journal(), key, this);
        connect(timeline, &TimelineDialog::journalRequested, this, [this, key] {
            showPage(JournalPageNumber);
            m_journal->showKey(key);
        });
        timeline->show();
    });
    m_ui->pageStack->addWidget(m_keys);
    m_ui->pageStack->addWidget(m_usage);
    m_webhooks = new WebhooksPage(WebhooksPort::of(m_services), *m_options.confirmer);
    m_ui->pageStack->addWidget(m_webhooks);
    m_ui->pageStack->addWidget(m_journal);
    m_ui->detailsStack->addWidget(m_keys->details());
    setUpPageList();
    const int unit = fontMetrics().averageCharWidth();
    m_ui->splitter->setSizes({unit * 44, unit * 110, unit * 46});
    m_ui->splitter->setStretchFactor(0, 0);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setStretchFactor(2, 0);
    connect(m_ui->pageList, &QListWidget::currentRowChanged, this, &MainWindow::showPage);
    connect(m_tree, &AccountTree::scopeChanged, this, &MainWindow::setScope);
}

void MainWindow::setUpPageList()
{
    const QString icons[] = {u"key"_s, u"usage"_s, u"webhook"_s, u"journal"_s};
    const int height = fontMetrics().height() + 12;
    QListWidget *pages = m_ui->pageList;
    for (int page = 0; page < pages->count(); ++page) {
        pages->item(page)->setIcon(tintedIcon(icons[page]));
        pages->item(page)->setSizeHint({0, height});
    }
    pages->setFixedHeight(height * pages->count());
}

void MainWindow::setUpStatusBar()
{
    m_activity->setTextFormat(Qt::PlainText);
    m_asOf->setTextFormat(Qt::PlainText);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Sync progress"));
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * 24);
    m_progress->setMaximumHeight(fontMetrics().height());
    m_ui->statusBar->setContentsMargins(8, 0, 8, 0);
    m_ui->statusBar->addWidget(m_activity);
    m_ui->statusBar->addWidget(m_progress);
    m_ui->statusBar->addWidget(m_cancel);
    m_ui->statusBar->addPermanentWidget(m_team);
    m_ui->statusBar->addPermanentWidget(m_asOf);
    connect(m_cancel, &QPushButton::clicked, &m_presenter, &MainWindowPresenter::cancelSyncs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_presenter.timeHasPassed();
        m_keys->refreshTimes();
    });
}

void MainWindow::connectActions()
{
    connect(m_ui->actionConnectAccount, &QAction::triggered, this, &MainWindow::connectAccount);
    connect(m_ui->actionRemoveAccount, &QAction::triggered, this, &MainWindow::removeAccount);
    connect(m_ui->actionEditAccount, &QAction::triggered, this,
            [this] { editAccount(m_presenter.scope().account); });
    connect(m_ui->actionVendorAudit, &QAction::triggered, this, &MainWindow::exportVendorAudit);
    connect(m_ui->actionExportJournal, &QAction::triggered, this, [this] {
        showPage(JournalPageNumber);
        m_journal->exportJournal();
    });
    connect(m_ui->actionVerifyExport, &QAction::triggered, this, [this] {
        showPage(JournalPageNumber);
        m_journal->verifyExport();
    });
    connect(m_ui->actionQuit, &QAction::triggered, this, &MainWindow::close);
    connect(m_ui->actionShowKeys, &QAction::triggered, this, [this] { showPage(KeysPageNumber); });
    connect(m_ui->actionShowUsage, &QAction::triggered, this,
            [this] { showPage(UsagePageNumber); });
    connect(m_ui->actionShowWebhooks, &QAction::triggered, this,
            [this] { showPage(WebhooksPageNumber); });
    connect(m_ui->actionShowJournal, &QAction::triggered, this,
            [this] { showPage(JournalPageNumber); });
    connect(m_ui->actionFind, &QAction::triggered, this, [this] {
        if (m_ui->pageStack->currentWidget() == m_journal)
            return m_journal->focusSearch();
        showPage(KeysPageNumber);
        m_keys->focusSearch();
    });
    connect(m_ui->actionSync, &QAction::triggered, this, [this] {
        m_presenter.syncScope();
        if (m_ui->pageStack->currentWidget() == m_usage)
            m_usage->refresh();
        if (m_ui->pageStack->currentWidget() == m_webhooks)
            m_webhooks->presenter().refresh();
    });
    connect(m_ui->actionCancelSync, &QAction::triggered, &m_presenter,
            &MainWindowPresenter::cancelSyncs);
    connect(m_ui->actionAbout, &QAction::triggered, this, &MainWindow::about);
}

void MainWindow::connectKeyActions()
{
    connect(m_ui->actionNewKey, &QAction::triggered, this, &MainWindow::newKey);
    connect(m_ui->actionAddExisting, &QAction::triggered, this, &MainWindow::addExisting);
    connect(m_ui->actionCopyReference, &QAction::triggered, m_keys, &KeysPage::copyReference);
    const std::pair<QAction *, KeyAction> actions[] = {
        {m_ui->actionHowTo, KeyAction::HowTo},     {m_ui->actionCheck, KeyAction::Check},
        {m_ui->actionEdit, KeyAction::Edit},       {m_ui->actionEnable, KeyAction::Enable},
        {m_ui->actionDisable, KeyAction::Disable}, {m_ui->actionRotate, KeyAction::Rotate},
        {m_ui->actionReplace, KeyAction::Replace}, {m_ui->actionRevoke, KeyAction::Revoke},
        {m_ui->actionDelete, KeyAction::Delete},
    };
    for (const auto &[action, key] : actions) {
        connect(action, &QAction::triggered, this,
                [this, wanted = key] { m_keys->request(wanted); });
    }
    connect(m_keys, &KeysPage::offersChanged, this, &MainWindow::showOffers);
    connect(m_keys, &KeysPage::newKeyRequested, this, &MainWindow::newKey);
    connect(m_keys, &KeysPage::addExistingRequested, this, &MainWindow::addExisting);
    connect(m_keys, &KeysPage::syncRequested, &m_presenter, &MainWindowPresenter::syncScope);
    connect(m_keys, &KeysPage::pageRequested, this, &MainWindow::openPage);
    connect(m_keys, &KeysPage::formRequested, this, &MainWindow::openKeyForm);
}

void MainWindow::connectPresenter()
{
    using P = MainWindowPresenter;
    connect(&m_presenter, &P::accountsChanged, this, &MainWindow::showAccounts);
    connect(&m_presenter, &P::activityChanged, this, &MainWindow::showActivity);
    connect(&m_presenter, &P::asOfChanged, this, &MainWindow::showAsOf);
    connect(&m_presenter, &P::bannersChanged, this, [this] {
        m_banners->setBanners(m_presenter.banners());
        if (m_doubts)
            m_doubts->setDoubts(m_presenter.doubts());
    });
    connect(&m_presenter, &P::startingPracticeChanged, this, [this] {
        m_firstRun->setWorking(m_presenter.isStartingPractice());
        showActivity();
    });
    connect(&m_presenter, &P::noticed, this, &MainWindow::showNotice);
    connect(&m_presenter, &P::doubtsWanted, this, &MainWindow::showDoubts);
    connect(&m_presenter, &P::secretsWanted, this, &MainWindow::showSecrets);
    connect(m_banners, &BannerArea::actionTriggered, &m_presenter, &P::follow);
    connect(m_firstRun, &FirstRunPage::exploreRequested, &m_presenter, &P::explore);
    connect(m_firstRun, &FirstRunPage::connectRequested, this, &MainWindow::connectAccount);
}

} // namespace chatelaine
