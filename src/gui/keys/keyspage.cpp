// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/keyspage.h"

#include "core/async.h"
#include "core/redaction.h"
#include "core/whenready.h"
#include "gui/common/messagebar.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/keys/accountfacts.h"
#include "gui/keys/keydelegate.h"
#include "gui/keys/keydetailspanel.h"
#include "models/keytablemodel.h"
#include "models/keytexts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QSettings>

#include "ui_keyspage.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct StateChoice
{
    QSet<KeyState> states;
    bool includeDeleted;
};

/** The choices of the state filter, in the order in which the box shows them. */
QList<std::pair<QString, StateChoice>> stateChoices()
{
    QList<std::pair<QString, StateChoice>> choices{
        {KeysPage::tr("All but deleted"), {{}, false}},
    };
    for (const KeyState state :
         {KeyState::Active, KeyState::Disabled, KeyState::Rotating, KeyState::Expired,
          KeyState::Revoked, KeyState::Deleted, KeyState::Unknown}) {
        choices.append({keyStateText(state), {{state}, true}});
    }
    choices.append({KeysPage::tr("All states"), {{}, true}});
    return choices;
}

} // namespace

KeysPage::KeysPage(KeysPort port, std::unique_ptr<KeyTableModel> model, const Clock &clock,
                   Confirmer &confirmer, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::KeysPage>())
    , m_model(std::move(model))
    , m_presenter(std::move(port))
    , m_clock(clock)
    , m_confirmer(confirmer)
    , m_details(new KeyDetailsPanel(this))
    , m_notice(new MessageBar(this))
{
    m_ui->setupUi(this);
    m_notice->setClosable(true);
    m_notice->setObjectName(u"keysNoticeBar"_s);
    m_ui->pageLayout->insertWidget(1, m_notice);
    setUpTable();
    setUpFilter();
    connectTable();
    connect(m_ui->searchLineEdit, &QLineEdit::textChanged, &m_presenter,
            &KeysPresenter::setSearchText);
    connect(m_ui->newKeyButton, &QPushButton::clicked, this, &KeysPage::newKeyRequested);
    connect(m_ui->addExistingButton, &QPushButton::clicked, this, &KeysPage::addExistingRequested);
    connect(m_ui->emptyActionButton, &QPushButton::clicked, this, &KeysPage::followEmptyAction);
    connect(m_details, &KeyDetailsPanel::actionRequested, this, &KeysPage::request);
    connect(m_details, &KeyDetailsPanel::pageRequested, this, &KeysPage::pageRequested);
    connect(m_details, &KeyDetailsPanel::notesRequested, this,
            [this] { emit notesRequested(false); });
    connect(m_details, &KeyDetailsPanel::exceptionsRequested, this,
            [this] { emit notesRequested(true); });
    connect(m_details, &KeyDetailsPanel::historyRequested, this, [this] {
        if (const std::optional<KeyRow> &key = m_presenter.key())
            emit historyRequested(*key);
    });
    connect(&m_presenter, &KeysPresenter::queryChanged, this, [this] {
        m_model->setQuery(m_presenter.query());
        refreshAccounts();
    });
    connect(&m_presenter, &KeysPresenter::searchCleared, this, [this] {
        m_ui->searchLineEdit->clear();
        m_ui->stateFilterComboBox->setCurrentIndex(0);
    });
    connect(&m_presenter, &KeysPresenter::keyChanged, this, &KeysPage::showKey);
    connect(&m_presenter, &KeysPresenter::noticed, this, &KeysPage::showNotice);
    m_model->setQuery(m_presenter.query());
    refreshAccounts();
}

KeysPage::~KeysPage() = default;

void KeysPage::setUpTable()
{
    QTableView *table = m_ui->keysTable;
    // Before the view hears of it: it would make the next row current, and a second click would
    // then be about another key.
    connect(m_model.get(), &KeyTableModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                const int row = m_ui->keysTable->currentIndex().row();
                if (row >= first && row <= last) {
                    m_ui->keysTable->selectionModel()->clear();
                    m_presenter.setCurrent({});
                }
            });
    table->setModel(m_model.get());
    table->setItemDelegate(new KeyDelegate(m_clock, table));
    table->sortByColumn(0, Qt::AscendingOrder);
    QHeaderView *rows = table->verticalHeader();
    // One height for all: a table of a million rows cannot ask each of them.
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(fontMetrics().height() + 16);
    m_columns.setUp(table->horizontalHeader());
}

void KeysPage::setUpFilter()
{
    for (const auto &[text, choice] : stateChoices())
        m_ui->stateFilterComboBox->addItem(text);
    connect(m_ui->stateFilterComboBox, &QComboBox::currentIndexChanged, this, [this](int index) {
        const StateChoice choice = stateChoices().at(index).second;
        m_presenter.setStates(choice.states, choice.includeDeleted);
    });
}

void KeysPage::connectTable()
{
    connect(m_ui->keysTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!current.isValid())
                    return;
                // Coming in by Tab makes a row current without selecting it.
                if (!m_ui->keysTable->selectionModel()->hasSelection())
                    m_ui->keysTable->selectRow(current.row());
                followSelection();
            });
    connect(m_ui->keysTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &KeysPage::followSelection);
    connect(m_ui->keysTable->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) {
                m_presenter.setOrder(static_cast<KeyColumn>(column), order);
            });
    connect(m_model.get(), &KeyTableModel::modelAboutToBeReset, this, &KeysPage::rememberPlace);
    connect(m_model.get(), &KeyTableModel::modelReset, this, &KeysPage::putBackPlace);
    connect(m_model.get(), &KeyTableModel::updated, this, [this] {
        if (!m_wanted.isEmpty())
            selectKey(m_wanted);
        m_presenter.refreshKey();
        followSelection(); // a reset takes it away without a word
        showListState();
    });
}

void KeysPage::followSelection()
{
    const qint64 count = selectedCount();
    const QModelIndex current = m_ui->keysTable->currentIndex();
    // What is done with one key needs one: with several there is no current key.
    if (count > 1)
        m_presenter.setCurrent({});
    else if (current.isValid())
        m_presenter.setCurrent(m_model->uidAt(current.row()));
    if (count > 1)
        m_details->showSeveral(count);
    emit selectedCountChanged(count);
}

qint64 KeysPage::selectedCount() const
{
    // By ranges: a million selected rows are one.
    qint64 count = 0;
    for (const QItemSelectionRange &range : m_ui->keysTable->selectionModel()->selection())
        count += range.height();
    return count;
}

BulkTargets KeysPage::selectedTargets() const
{
    BulkTargets targets;
    if (selectedCount() == m_model->rowCount()) {
        targets.query = m_presenter.query();
        return targets;
    }
    std::vector<RowRange> ranges;
    for (const QItemSelectionRange &range : m_ui->keysTable->selectionModel()->selection())
        ranges.push_back({range.top(), range.bottom()});
    targets.pick = m_model->uidsAt(ranges);
    return targets;
}

void KeysPage::rememberPlace()
{
    const QModelIndex top = m_ui->keysTable->indexAt({0, 0});
    m_placeAtTop = m_model->uidAt(top.row());
    m_placeOffset = top.isValid() ? m_ui->keysTable->visualRect(top).top() : 0;
}

void KeysPage::putBackPlace()
{
    QTableView *table = m_ui->keysTable;
    if (const int top = m_model->rowOfUid(m_placeAtTop); top >= 0) {
        table->scrollTo(m_model->index(top, 0), QAbstractItemView::PositionAtTop);
        QScrollBar *bar = table->verticalScrollBar();
        bar->setValue(bar->value() - m_placeOffset);
    }
    const int current = m_model->rowOfUid(m_presenter.current());
    if (current < 0)
        return;
    // Selecting scrolls to the row: the place was put back already, and stays.
    const bool scrolls = table->hasAutoScroll();
    table->setAutoScroll(false);
    table->selectionModel()->setCurrentIndex(m_model->index(current, 0),
                                             QItemSelectionModel::ClearAndSelect |
                                                 QItemSelectionModel::Rows);
    table->setAutoScroll(scrolls);
}

void KeysPage::selectKey(const KeyUid &uid)
{
    m_wanted = uid;
    const int row = m_model->rowOfUid(uid);
    if (row < 0)
        return;
    m_wanted = {};
    m_ui->keysTable->setCurrentIndex(m_model->index(row, 0));
    m_ui->keysTable->scrollTo(m_model->index(row, 0));
}

void KeysPage::setSyncing(const QSet<AccountId> &accounts)
{
    m_syncing = accounts;
    showListState();
}

void KeysPage::refreshAccounts()
{
    const auto kinds = m_presenter.kindLabels();
    m_model->setKindLabels(kinds);
    m_columns.makeRoomForKinds(kinds.values());
    m_ui->newKeyButton->setEnabled(m_presenter.canCreate());
    m_ui->newKeyButton->setToolTip(
        m_presenter.canCreate() ? QString() : tr("No vendor here makes keys through its API."));
    m_ui->addExistingButton->setVisible(!m_presenter.accountToAddTo().isEmpty());
    showKey();
    showListState();
}

void KeysPage::refreshTimes()
{
    m_ui->keysTable->viewport()->update();
    showKey();
}

void KeysPage::showListState()
{
    const KeyListState state =
        m_presenter.listState(m_model->isLoaded(), m_model->rowCount(), m_syncing);
    const bool rows = state.title.isEmpty();
    m_ui->listStack->setCurrentWidget(rows ? m_ui->tableHolder : m_ui->emptyHolder);
    m_ui->emptyTitleLabel->setText(state.title);
    m_ui->emptySentenceLabel->setText(state.sentence);
    m_ui->emptyActionButton->setText(state.action);
    m_ui->emptyActionButton->setVisible(!state.action.isEmpty());
    m_ui->countLabel->setText(rows ? rowCountText() : QString());
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.25);
    title.setBold(true);
    m_ui->emptyTitleLabel->setFont(title);
}

QString KeysPage::rowCountText() const
{
    const int rows = m_model->rowCount();
    return rows == 1 ? tr("1 key") : tr("%1 keys").arg(QLocale().toString(rows));
}

void KeysPage::followEmptyAction()
{
    switch (m_presenter.listState(m_model->isLoaded(), m_model->rowCount(), m_syncing).step) {
    case KeyListState::Step::NewKey:
        emit newKeyRequested();
        break;
    case KeyListState::Step::AddExisting:
        emit addExistingRequested();
        break;
    case KeyListState::Step::Sync:
        emit syncRequested();
        break;
    case KeyListState::Step::ClearSearch:
        m_presenter.clearSearch();
        m_ui->searchLineEdit->setFocus();
        break;
    case KeyListState::Step::None:
        break;
    }
}

void KeysPage::showKey()
{
    if (const std::optional<KeyRow> &key = m_presenter.key()) {
        m_details->showKey(*key,
                           keyFacts(*key, m_presenter.account(), m_presenter.provider(),
                                    m_presenter.notes(), m_clock.now()),
                           m_presenter.offers());
        m_details->showFindings(m_presenter.findings());
    } else if (const qint64 count = selectedCount(); count > 1) {
        m_details->showSeveral(count);
    } else if (m_presenter.current().isEmpty()) {
        if (const std::optional<AccountRow> account = m_presenter.accountInScope()) {
            m_details->showAccount(
                displaySafe(account->name),
                accountFacts(*account, m_presenter.providerOf(account->id), m_clock.now()));
        } else {
            m_details->showNothing();
        }
    }
    emit offersChanged();
}

void KeysPage::request(KeyAction action)
{
    const std::optional<KeyRow> key = m_presenter.key();
    const KeyOffer offer = m_presenter.offers().offer(action);
    if (!key || !offer.enabled)
        return;
    const std::optional<ProviderInfo> provider = m_presenter.provider();
    const KindInfo *kind = provider ? provider->kind(key->record.kind) : nullptr;
    const std::optional<KeyVerb> verb = verbOf(action);
    if (!verb && action != KeyAction::Check) {
        if (kind)
            emit formRequested(action, *key, *kind);
        return;
    }
    if (!verb || !offer.asksFirst) {
        m_presenter.perform(action, *key);
        return;
    }
    const VerbInfo *info = kind ? kind->verb(*verb) : nullptr;
    if (!info)
        return;
    const QString account = m_presenter.account() ? m_presenter.account()->name : QString();
    whenReady(m_confirmer.ask(window(), confirmationFor(*key, *info, account, m_clock.now())), this,
              [this, action, asked = *key](bool yes) {
                  if (yes)
                      m_presenter.perform(action, asked);
              });
}

void KeysPage::showNotice(const Notice &notice)
{
    m_notice->setNotice(notice);
}

void KeysPage::focusSearch()
{
    m_ui->searchLineEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->searchLineEdit->selectAll();
}

void KeysPage::copyReference()
{
    const std::optional<KeyRow> key = m_presenter.key();
    const std::optional<AccountRow> account = m_presenter.account();
    if (!key || !account)
        return;
    QGuiApplication::clipboard()->setText(
        keyRef(account->name, key->record.container, key->record.id));
    showNotice({Severity::Good,
                tr("The reference of \"%1\" is on the clipboard.").arg(keyDisplayName(*key)),
                {}});
}

void KeysPage::saveLayout(QSettings &settings) const
{
    settings.setValue(u"keys/header"_s, m_ui->keysTable->horizontalHeader()->saveState());
}

void KeysPage::restoreLayout(const QSettings &settings)
{
    m_ui->keysTable->horizontalHeader()->restoreState(
        settings.value(u"keys/header"_s).toByteArray());
}

} // namespace chatelaine
