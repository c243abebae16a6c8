// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/programrun.h"

#include "core/async.h"
#include "core/redaction.h"
#include "secrets/inputpipe.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTimer>

namespace chatelaine {

namespace {

constexpr qsizetype wordsLimit = 4096;
constexpr int graceMs = 2000; ///< between asking a program to end and ending it

struct ProgramTexts
{
    Q_DECLARE_TR_FUNCTIONS(ProgramRun)
};

Error programError(ErrorKind kind, const QString &message, const QString &words = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.vendorMessage = words;
    return error;
}

/** Lines stay lines; all else that is not text becomes visible. */
QString shownWords(const QByteArray &words)
{
    QStringList lines;
    const QString text = redacted(QString::fromUtf8(words.right(wordsLimit)), wordsLimit);
    for (const QString &line : text.split(u'\n'))
        lines.append(displaySafe(line.endsWith(u'\r') ? line.chopped(1) : line, wordsLimit));
    return lines.join(u'\n').trimmed();
}

/** One run; deletes itself after its answer. */
class ProgramRun : public QObject
{
public:
    ProgramRun(ProgramCall call, const CancellationPtr &cancellation)
        : m_call(std::move(call))
        , m_cancellation(cancellation)
        , m_name(QFileInfo(m_call.program).fileName())
    {
        m_limit.setSingleShot(true);
        connect(&m_limit, &QTimer::timeout, this, [this] {
            end(programError(
                ErrorKind::Timeout,
                ProgramTexts::tr("\"%1\" did not end within %n second(s).", nullptr, m_call.seconds)
                    .arg(m_name)));
        });
        connect(&m_process, &QProcess::readyReadStandardOutput, this, &ProgramRun::readOutput);
        connect(&m_process, &QProcess::readyReadStandardError, this, &ProgramRun::readWords);
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                answer(programError(ErrorKind::NotFound,
                                    ProgramTexts::tr("\"%1\" cannot be started: %2")
                                        .arg(m_name, m_process.errorString())));
        });
        connect(&m_process, &QProcess::finished, this, &ProgramRun::finished);
        if (cancellation)
            connect(cancellation.get(), &Cancellation::cancelled, this,
                    [this] { end(cancelledError()); });
    }

    FutureOutcome<ProgramEnd> start()
    {
        const auto future = m_answer.future();
        if (m_cancellation && m_cancellation->requested()) {
            answer(cancelledError());
            return future;
        }
        const SharedSecret input = std::exchange(m_call.input, {});
        if (!m_pipe.fill(input ? input->borrowed() : QByteArrayView())) {
            answer(programError(
                ErrorKind::Storage,
                ProgramTexts::tr("The system has no room to hand \"%1\" its input.").arg(m_name)));
            return future;
        }
        m_process.setProgram(m_call.program);
        m_process.setArguments(m_call.arguments);
        m_process.setProcessEnvironment(m_call.environment);
        m_process.setWorkingDirectory(QDir::rootPath());
        m_pipe.connectTo(m_process);
        m_limit.start(m_call.seconds * 1000);
        m_process.start();
        return future;
    }

private:
    void readOutput()
    {
        QByteArray more = m_process.readAllStandardOutput();
        if (m_call.output == ProgramCall::Output::Words)
            hear(more);
        else if (m_value.size() <= Secret::maximumSize)
            m_value.append(more);
        wipe(more);
    }

    void readWords()
    {
        QByteArray more = m_process.readAllStandardError();
        hear(more);
        wipe(more);
    }

    /** Of a flood only the end is looked at. What may be the rest of a secret at its beginning is
     * dropped: it could not be known. */
    void hear(const QByteArray &more)
    {
        const qsizetype rest = m_call.trace.longest();
        const qsizetype window = 2 * wordsLimit + 2 * rest;
        QByteArray heard = m_words + more;
        const qsizetype flood = heard.size() - window;
        if (flood > 0)
            heard.remove(0, flood);
        QByteArray cut = m_call.trace.cutFrom(heard, flood > 0 ? rest : 0);
        wipe(heard);
        wipe(m_words);
        m_words = cut.right(wordsLimit + rest);
        wipe(cut);
    }

    /** Ends the program before its time; the answer follows when it is gone. */
    void end(const Error &error)
    {
        if (std::exchange(m_ending, true))
            return;
        m_error = error;
        m_limit.stop();
        m_pipe.end(m_process, InputPipe::Ending::Asked);
        QTimer::singleShot(graceMs, this,
                           [this] { m_pipe.end(m_process, InputPipe::Ending::Forced); });
    }

    void finished(int status, QProcess::ExitStatus how)
    {
        readOutput();
        readWords();
        if (m_error) {
            m_error->vendorMessage = shownWords(m_words);
            return answer(*m_error);
        }
        if (how == QProcess::CrashExit)
            return answer(programError(ErrorKind::Protocol,
                                       ProgramTexts::tr("\"%1\" crashed.").arg(m_name),
                                       shownWords(m_words)));
        ProgramEnd ended{status, shownWords(m_words), m_pipe.isEmpty(), {}};
        if (m_call.output == ProgramCall::Output::Value && m_value.size() <= Secret::maximumSize) {
            if (const auto value = Secret::copyOf(m_value.view()))
                ended.value = *value;
        }
        answer(ended);
    }

    void answer(const Outcome<ProgramEnd> &outcome)
    {
        m_limit.stop();
        wipe(m_words);
        m_process.disconnect(this);
        if (m_cancellation)
            m_cancellation->disconnect(this);
        deleteLater();
        m_answer.give(outcome);
    }

    ProgramCall m_call;
    CancellationPtr m_cancellation;
    QString m_name;
    InputPipe m_pipe;
    QProcess m_process;
    QTimer m_limit;
    QByteArray m_words;
    WipedBytes m_value;
    std::optional<Error> m_error;
    bool m_ending = false;
    Answer<ProgramEnd> m_answer;
};

} // namespace

FutureOutcome<ProgramEnd> runProgram(ProgramCall call, const CancellationPtr &cancellation)
{
    auto *run = new ProgramRun(std::move(call), cancellation);
    return run->start();
}

} // namespace chatelaine
