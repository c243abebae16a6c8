// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/modelfactory.h"

#include "core/async.h"
#include "core/whenready.h"
#include "models/containertreemodel.h"
#include "models/journalmodel.h"
#include "models/keytablemodel.h"
#include "store/store.h"

#include <QtConcurrent/QtConcurrentRun>

namespace chatelaine {

namespace {

/** Keeps a tree model at what the store holds: one reading at a time, the last wish wins. */
class TreeFeed : public QObject
{
public:
    TreeFeed(Store &store, ContainerTreeModel &model)
        : QObject(&model)
        , m_store(store)
        , m_model(model)
    {
        connect(&store, &Store::changed, this, [this](const ChangeSet &changes) {
            if (changes.everything || changes.accounts || changes.containers)
                refresh();
        });
        connect(&store, &Store::snapshotChanged, this, &TreeFeed::refresh);
        refresh();
    }

private:
    void refresh()
    {
        if (std::exchange(m_busy, true)) {
            m_again = true;
            return;
        }
        whenDone(m_store.accounts(), this, [this](const Outcome<QList<AccountRow>> &accounts) {
            if (!accounts.ok())
                return finish();
            readContainers(accounts.value());
        });
    }
    void readContainers(const QList<AccountRow> &accounts)
    {
        whenDone(m_store.containers({}), this,
                 [this, accounts](const Outcome<QList<ContainerRow>> &containers) {
                     if (!containers.ok())
                         return finish();
                     whenReady(QtConcurrent::run(buildContainerTree, accounts, containers.value(),
                                                 m_store.snapshot()),
                               this, [this](const ContainerTree &tree) {
                                   m_model.setTree(tree);
                                   finish();
                               });
                 });
    }
    void finish()
    {
        m_busy = false;
        if (std::exchange(m_again, false))
            refresh();
    }

    Store &m_store;
    ContainerTreeModel &m_model;
    bool m_busy = false;
    bool m_again = false;
};

} // namespace

ModelFactory::ModelFactory(Store &store)
    : m_store(store)
{}

std::unique_ptr<KeyTableModel> ModelFactory::keyTable() const
{
    auto model = std::make_unique<KeyTableModel>();
    QObject::connect(
        &m_store, &Store::snapshotChanged, model.get(),
        [&store = m_store, target = model.get()] { target->setSnapshot(store.snapshot()); });
    whenDone(m_store.freshSnapshot(), model.get(),
             [target = model.get()](const Outcome<InventorySnapshot> &snapshot) {
                 if (snapshot.ok())
                     target->setSnapshot(snapshot.value());
             });
    return model;
}

std::unique_ptr<ContainerTreeModel> ModelFactory::containerTree() const
{
    auto model = std::make_unique<ContainerTreeModel>();
    new TreeFeed(m_store, *model); // lives as long as the model, its parent
    return model;
}

std::unique_ptr<JournalModel> ModelFactory::journal() const
{
    JournalSource source;
    source.read = [&store = m_store](const JournalQuery &query,
                                     const std::optional<JournalPlace> &beyond, int limit) {
        return store.searchJournals(query, beyond, Qt::DescendingOrder, limit);
    };
    source.count = [&store = m_store](const JournalQuery &query) {
        return store.countJournals(query);
    };
    auto model = std::make_unique<JournalModel>(std::move(source));
    QObject::connect(&m_store, &Store::changed, model.get(),
                     [target = model.get()](const ChangeSet &changes) {
                         if (changes.everything || changes.journal)
                             target->refresh();
                     });
    model->refresh();
    return model;
}

} // namespace chatelaine
