// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <memory>

namespace chatelaine {

class ContainerTreeModel;
class JournalModel;
class KeyTableModel;
class Store;

/** Makes models that follow the store. They live on the store's thread, are owned by the caller,
 * and must not outlive the store. */
class ModelFactory
{
public:
    explicit ModelFactory(Store &store);

    std::unique_ptr<KeyTableModel> keyTable() const;
    std::unique_ptr<ContainerTreeModel> containerTree() const;
    std::unique_ptr<JournalModel> journal() const;

private:
    Store &m_store;
};

} // namespace chatelaine
