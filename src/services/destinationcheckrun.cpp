// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/destinationcheckrun.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

/** As one would type it into a shell; only shown. */
QString typed(const ProgramCall &call)
{
    QStringList words{QFileInfo(call.program).fileName()};
    for (const QString &argument : call.arguments) {
        const bool plain =
            !argument.isEmpty() && std::all_of(argument.begin(), argument.end(), [](QChar c) {
                return c.isLetterOrNumber() || u"-_./=:,@%+"_s.contains(c);
            });
        QString quoted = argument;
        words.append(plain ? argument : u'\'' + quoted.replace(u"'"_s, u"'\\''"_s) + u'\'');
    }
    return words.join(u' ');
}

} // namespace

Error programFailed(const QString &program, const ProgramEnd &end, const QString &next)
{
    Error error = Error::of(ErrorKind::Protocol,
                            DestinationCheckRun::tr("\"%1\" ended with status %2.")
                                .arg(QFileInfo(program).fileName(), QString::number(end.status)),
                            next);
    error.vendorMessage = end.words;
    return error;
}

Outcome<DeliveryCalls> deliveryCalls(const DestinationTemplate &destination,
                                     const QMap<QString, QString> &values, bool replace)
{
    if (const QString problem = problemOf(destination.info, values); !problem.isEmpty())
        return Error::of(ErrorKind::InvalidRequest, problem);
    if (replace && !destination.replace)
        return Error::of(
            ErrorKind::InvalidRequest,
            DestinationCheckRun::tr("%1 cannot replace what is there.").arg(destination.info.name));
    const auto deliver =
        expandedCall(destination, replace ? *destination.replace : destination.deliver, values);
    if (!deliver)
        return deliver.error();
    DeliveryCalls calls{*deliver, {}};
    if (destination.verify) {
        const auto verify = expandedCall(destination, *destination.verify, values);
        if (!verify)
            return verify.error();
        calls.verify = *verify;
    }
    return calls;
}

DestinationCheckRun::DestinationCheckRun(DestinationTemplatePtr destination,
                                         const Destination &wanted,
                                         const CancellationPtr &cancellation, QObject *parent)
    : QObject(parent)
    , m_template(std::move(destination))
    , m_values(completed(m_template->info, wanted.values))
    , m_replace(wanted.replace)
    , m_cancellation(cancellation)
{}

FutureOutcome<DestinationCheck> DestinationCheckRun::start()
{
    const auto future = m_answer.future();
    const auto calls = deliveryCalls(*m_template, m_values, m_replace);
    if (!calls) {
        end(calls.error());
        return future;
    }
    m_check.place = expandedPlace(*m_template, m_values);
    m_check.command = typed(calls->deliver);
    probe(0);
    return future;
}

FutureOutcome<DestinationCheck> DestinationCheckRun::startAbsence()
{
    const auto future = m_answer.future();
    checkAbsence();
    return future;
}

void DestinationCheckRun::probe(qsizetype index)
{
    if (index == m_template->probes.size())
        return checkAbsence();
    const DestinationProbe &wanted = m_template->probes.at(index);
    const auto call = expandedCall(*m_template, wanted.call, m_values);
    if (!call)
        return end(call.error());
    whenDone(runProgram(*call, m_cancellation), this,
             [this, index, program = call->program](const Outcome<ProgramEnd> &ended) {
                 if (!ended)
                     return end(ended.error());
                 if (ended->status != 0)
                     return end(programFailed(program, *ended, m_template->probes.at(index).next));
                 probe(index + 1);
             });
}

void DestinationCheckRun::checkAbsence()
{
    if (!m_template->exists || m_replace)
        return end(m_check);
    auto call = expandedCall(*m_template, *m_template->exists, m_values);
    if (!call)
        return end(call.error());
    call.value().output = ProgramCall::Output::Value; // what is there may be a secret, too
    whenDone(runProgram(*call, m_cancellation), this,
             [this, program = call->program](const Outcome<ProgramEnd> &ended) {
                 if (!ended)
                     return end(ended.error());
                 if (ended->status == 0)
                     return end(Error::of(ErrorKind::Conflict,
                                          tr("There is something at %1 already.")
                                              .arg(expandedPlace(*m_template, m_values)),
                                          m_template->replace
                                              ? tr("Name another place, or say that it shall be "
                                                   "replaced.")
                                              : tr("Name another place.")));
                 if (ended->status != m_template->absentStatus.value_or(ended->status))
                     return end(programFailed(program, *ended));
                 end(m_check);
             });
}

void DestinationCheckRun::end(const Outcome<DestinationCheck> &outcome)
{
    deleteLater();
    m_answer.give(outcome);
}

} // namespace chatelaine
