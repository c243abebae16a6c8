// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/inventoryreader.h"

#include "core/rows.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr int parallelListings = 12; // the queue below has its own bound; this one bounds memory
const QString accountLevel = u"account"_s;

} // namespace

InventoryReader::InventoryReader(Exchanger *exchanger, CancellationPtr cancellation,
                                 ProgressFunction progress)
    : m_exchanger(exchanger)
    , m_cancellation(std::move(cancellation))
    , m_progress(std::move(progress))
{}

FutureOutcome<InventoryReading> InventoryReader::start()
{
    const auto future = m_answer.future();
    m_containers.insert(accountLevel, {ContainerPath()});
    m_reading.containersComplete = true;
    readLevel(0);
    return future;
}

void InventoryReader::note(const std::optional<Error> &error)
{
    if (error && !m_reading.problem)
        m_reading.problem = error;
}

void InventoryReader::report(const QString &what)
{
    if (m_progress)
        m_progress(m_work->finished(), m_work->total(), what);
}

void InventoryReader::readLevel(qsizetype index)
{
    const QList<LevelTemplate> &levels = m_exchanger->definition().levels;
    if (index >= levels.size()) {
        readAllKeys();
        return;
    }
    const LevelTemplate &level = levels[index];
    const QString parentLevel = index == 0 ? accountLevel : levels[index - 1].info.id;
    m_work = std::make_unique<WorkList>(parallelListings, [this, index] { readLevel(index + 1); });
    const QList<ContainerPath> parents = m_containers.value(parentLevel);
    for (const ContainerPath &parent : parents) {
        m_work->add([self = shared_from_this(), &level, parent](const Done &done) {
            self->readParent(level, parent, done);
        });
    }
    m_work->run();
}

void InventoryReader::readParent(const LevelTemplate &level, const ContainerPath &parent,
                                 const Done &done)
{
    report(level.info.plural);
    whenDone(readContainers(m_exchanger, level, parent, true, m_cancellation), m_exchanger,
             [self = shared_from_this(), parent, done](const Outcome<ContainerReading> &reading) {
                 done([self, parent, reading] {
                     if (reading)
                         self->takeContainers(parent, reading.value());
                     else
                         self->note(reading.error());
                 });
             });
}

void InventoryReader::takeContainers(const ContainerPath &parent, const ContainerReading &reading)
{
    note(reading.error);
    m_reading.containers.sources.append(reading.source);
    if (!reading.source.problem.isEmpty())
        m_reading.containersComplete = false;
    for (const ListedContainer &container : reading.items) {
        const ContainerPath path = parent + ContainerPath{container.step};
        m_containers[container.step.level].append(path);
        m_reading.containers.items.append(path);
        if (!container.details.isEmpty())
            m_reading.containerDetails.insert(containerKey(path), container.details);
    }
}

void InventoryReader::readAllKeys()
{
    m_work = std::make_unique<WorkList>(parallelListings, [this] {
        QList<const KindTemplate *> kinds;
        for (const KindTemplate &kind : m_exchanger->definition().kinds) {
            if (kind.self)
                kinds.append(&kind);
        }
        recognise(kinds);
    });
    for (const KindTemplate &kind : m_exchanger->definition().kinds) {
        if (kind.lists.isEmpty())
            continue;
        const QList<ContainerPath> containers = m_containers.value(kind.info.level);
        for (const ContainerPath &container : containers) {
            m_work->add([self = shared_from_this(), &kind, container](const Done &done) {
                self->readContainerKeys(kind, container, done);
            });
        }
    }
    m_work->run();
}

void InventoryReader::readContainerKeys(const KindTemplate &kind, const ContainerPath &container,
                                        const Done &done)
{
    report(container.isEmpty() ? kind.info.label : container.last().name);
    whenDone(
        readKeys(m_exchanger, kind, container, true, m_cancellation), m_exchanger,
        [self = shared_from_this(), &kind, container, done](const Outcome<KeyReading> &reading) {
            done([self, &kind, container, reading] {
                if (reading)
                    self->takeKeys(kind, container, reading.value());
                else
                    self->note(reading.error());
            });
        });
}

void InventoryReader::takeKeys(const KindTemplate &kind, const ContainerPath &container,
                               const KeyReading &reading)
{
    note(reading.error);
    m_reading.keys.sources += reading.sources;
    const QString place = containerKey(container);
    const bool sofar = m_complete.value(place, true);
    m_complete.insert(place, sofar && reading.complete());
    for (const ListedKey &key : reading.keys) {
        m_reading.keys.items.append(key.record);
        for (const QString &fragment : key.fragments)
            m_fragments[kind.info.id].append(
                {keyPlace(key.record.container, key.record.id), fragment});
    }
}

void InventoryReader::recognise(QList<const KindTemplate *> kinds)
{
    if (kinds.isEmpty()) {
        finish();
        return;
    }
    const KindTemplate *kind = kinds.takeFirst();
    whenDone(m_exchanger->credentials()->credential(kind->self->slot), m_exchanger,
             [self = shared_from_this(), kind, kinds](const Outcome<SharedSecret> &secret) {
                 const auto fragments = self->m_fragments.value(kind->info.id);
                 for (const auto &[place, fragment] : fragments) {
                     if (secret && isFragmentOf(*kind->self, fragment, *secret.value()) &&
                         !self->m_reading.inUse.contains(place))
                         self->m_reading.inUse.append(place);
                 }
                 self->recognise(kinds);
             });
}

void InventoryReader::finish()
{
    if (m_cancellation && m_cancellation->requested()) {
        m_answer.give(cancelledError());
        return;
    }
    for (const QList<ContainerPath> &containers : std::as_const(m_containers)) {
        for (const ContainerPath &container : containers) {
            if (m_complete.value(containerKey(container), false))
                m_reading.completeContainers.append(container);
        }
    }
    // Keys in containers that were not found are missing as well.
    for (const ListingSource &source : std::as_const(m_reading.containers.sources)) {
        if (!source.problem.isEmpty())
            m_reading.keys.sources.append(source);
    }
    m_reading.facts = m_exchanger->newFacts();
    m_reading.notes = m_exchanger->takeNotices();
    m_answer.give(std::move(m_reading));
}

} // namespace chatelaine
