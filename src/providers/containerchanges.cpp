// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/containerchanges.h"

#include "providers/newsecret.h"
#include "providers/orderform.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

const LevelTemplate *levelOfOrder(const Definition &definition, const QString &id)
{
    for (const LevelTemplate &level : definition.levels) {
        if (level.info.id == id)
            return &level;
    }
    return nullptr;
}

/** The levels that the path of an order must run through. */
QStringList wantedLevels(const Definition &definition, const ContainerOrder &order)
{
    QStringList wanted;
    for (const LevelTemplate &level : definition.levels) {
        if (level.info.id == order.level) {
            if (order.verb != ContainerVerb::Create)
                wanted.append(level.info.id);
            break;
        }
        wanted.append(level.info.id);
    }
    return wanted;
}

QString enteredName(const ContainerVerbTemplate &verb, const ContainerOrder &order)
{
    for (const FieldTemplate &field : verb.fields) {
        if (field.info.isName == u"name"_s)
            return order.values.value(field.info.id).toString();
    }
    return {};
}

class ContainerRun : public std::enable_shared_from_this<ContainerRun>
{
    Q_DECLARE_TR_FUNCTIONS(ProviderClient)
public:
    ContainerRun(Exchanger *exchanger, ContainerOrder order)
        : m_exchanger(exchanger)
        , m_order(std::move(order))
        , m_level(*levelOfOrder(exchanger->definition(), m_order.level))
        , m_verb(*m_level.verb(m_order.verb))
        , m_name(enteredName(m_verb, m_order))
        , m_parent(m_order.container)
    {
        if (m_order.verb != ContainerVerb::Create)
            m_parent.removeLast();
    }

    FutureOutcome<ContainerResult> start()
    {
        const auto future = m_answer.future();
        Call call;
        call.request = m_verb.request;
        call.values = formValues(m_order.container, m_verb.fields, m_order.values);
        call.secrets = m_verb.secret;
        whenDone(m_exchanger->exchange(call), m_exchanger,
                 [self = shared_from_this()](const Outcome<VendorAnswerPtr> &answer) {
                     if (!answer)
                         self->failed(answer.error());
                     else if (answer.value()->error)
                         self->failed(*answer.value()->error);
                     else
                         self->succeeded(*answer.value());
                 });
        return future;
    }

private:
    /** A create in doubt stays so for the caller; else the listing may show that it was done. */
    void failed(const Error &error)
    {
        const bool isGone =
            m_order.verb == ContainerVerb::Delete && error.kind == ErrorKind::NotFound;
        if (m_order.verb == ContainerVerb::Create || !(error.outcomeUnknown || isGone)) {
            m_answer.give(error);
            return;
        }
        m_error = error;
        m_result.container = m_order.container;
        list();
    }

    void succeeded(const VendorAnswer &answer)
    {
        m_result.requestId = answer.requestId;
        m_result.container = m_order.container;
        if (m_order.verb == ContainerVerb::Create) {
            const auto made =
                mapContainer(m_level, JsonPointer::firstIn(m_verb.record, answer.body));
            m_result.container.append(made ? made->step
                                           : ContainerStep{m_level.info.id, {}, m_name});
            takeKey(answer);
        }
        list();
    }

    void takeKey(const VendorAnswer &answer)
    {
        m_result.keyKind = m_verb.info.keyKind;
        if (m_result.keyKind.isEmpty())
            return;
        const KindTemplate &kind = *m_exchanger->definition().kind(m_result.keyKind);
        CreatedKey key;
        key.secret = newSecret(answer, {SecretPlace{{}, m_verb.secret}}, {});
        key.record =
            mapRecord(kind, JsonPointer::firstIn(m_verb.key, answer.body), answer.receivedAt);
        if (key.record)
            key.record->container = m_result.container;
        key.requestId = answer.requestId;
        if (key.secret)
            m_result.key = key;
        else
            m_result.warnings.append(
                tr("A key comes with it, but the vendor did not return its secret. Revoke that "
                   "key: nobody has its secret."));
    }

    void list()
    {
        whenDone(readContainers(m_exchanger, m_level, m_parent, false, {}), m_exchanger,
                 [self = shared_from_this()](const Outcome<ContainerReading> &reading) {
                     self->settle(reading ? reading.value() : ContainerReading());
                 });
    }

    void settle(const ContainerReading &reading)
    {
        const std::optional<ContainerStep> listed = find(reading);
        const bool complete =
            !reading.error && reading.source.problem.isEmpty() && reading.source.pages > 0;
        switch (m_order.verb) {
        case ContainerVerb::Create:
            m_result.verified = listed.has_value();
            break;
        case ContainerVerb::Rename:
            m_result.verified = listed && listed->name == m_name;
            break;
        case ContainerVerb::Delete:
            m_result.verified = complete && !listed;
            break;
        }
        if (m_error && !m_result.verified) {
            m_answer.give(*m_error);
            return;
        }
        if (m_result.container.last().id.isEmpty() && !listed && !m_result.key) {
            m_answer.give(nothingShown());
            return;
        }
        if (listed && m_order.verb != ContainerVerb::Delete)
            setStep(*listed);
        m_answer.give(std::move(m_result));
    }

    /** A create to which the vendor said yes, and of which neither answer nor list show anything.
     */
    Error nothingShown() const
    {
        Error error;
        error.kind = ErrorKind::Protocol;
        error.message =
            tr("The vendor said yes, but neither its answer nor its list tells what was "
               "made.");
        error.next = tr("Sync the account to see whether it is there.");
        error.requestId = m_result.requestId;
        error.outcomeUnknown = true;
        return error;
    }

    /** By its id; a new one whose id the vendor did not tell, by a name that only it has. */
    std::optional<ContainerStep> find(const ContainerReading &reading) const
    {
        const ContainerId id = m_result.container.last().id;
        QList<ContainerStep> named;
        for (const ListedContainer &candidate : reading.items) {
            if (!id.isEmpty() && candidate.step.id == id)
                return candidate.step;
            if (candidate.step.name == m_name)
                named.append(candidate.step);
        }
        if (!id.isEmpty() || named.size() != 1)
            return std::nullopt;
        return named.first();
    }

    void setStep(const ContainerStep &step)
    {
        m_result.container.last() = step;
        if (m_result.key && m_result.key->record)
            m_result.key->record->container = m_result.container;
    }

    Exchanger *m_exchanger;
    ContainerOrder m_order;
    const LevelTemplate &m_level;
    const ContainerVerbTemplate &m_verb;
    QString m_name;
    ContainerPath m_parent;
    std::optional<Error> m_error;
    ContainerResult m_result;
    Answer<ContainerResult> m_answer;
};

} // namespace

Outcome<Done> validateContainerOrder(const Definition &definition, const ContainerOrder &order)
{
    Error error;
    const LevelTemplate *level = levelOfOrder(definition, order.level);
    const ContainerVerbTemplate *verb = level ? level->verb(order.verb) : nullptr;
    if (!verb) {
        error.kind = ErrorKind::Unsupported;
        error.message = ProviderClient::tr("%1 does not offer this.").arg(definition.info.name);
        return error;
    }
    QStringList given;
    for (const ContainerStep &step : order.container)
        given.append(step.level);
    if (given != wantedLevels(definition, order)) {
        error.kind = ErrorKind::InvalidRequest;
        error.message =
            ProviderClient::tr("This is not the place of a \"%1\".").arg(level->info.label);
        return error;
    }
    return checkForm(verb->fields, order.values);
}

FutureOutcome<ContainerResult> changeOneContainer(Exchanger *exchanger, const ContainerOrder &order)
{
    return std::make_shared<ContainerRun>(exchanger, order)->start();
}

} // namespace chatelaine
