// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceserver.h"

#include "practice/control.h"
#include "practice/credentials.h"
#include "practice/listener.h"
#include "practice/tokens.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <vector>

namespace chatelaine {

using namespace practice;
using namespace Qt::Literals::StringLiterals;

namespace {

Error failed(ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

/** So that the CA file in the ready line can be found from any working folder. */
PracticeOptions withAbsoluteDatabase(PracticeOptions options)
{
    if (!options.database.isEmpty())
        options.database = QFileInfo(options.database).absoluteFilePath();
    return options;
}

} // namespace

QJsonObject PracticeEndpoints::toJson() const
{
    QJsonObject object;
    for (auto it = systems.begin(); it != systems.end(); ++it) {
        QJsonObject entry{{u"baseUrl"_s, it->baseUrl}, {u"credential"_s, QJsonValue()}};
        if (!it->credential.isNull())
            entry.insert("credential"_L1, it->credential);
        if (!it->token.isNull())
            entry.insert("token"_L1, it->token);
        object.insert(it.key(), entry);
    }
    object.insert("control"_L1, QJsonObject{{u"url"_s, controlUrl}, {u"token"_s, controlToken}});
    if (!caFile.isEmpty())
        object.insert("ca"_L1, caFile);
    return object;
}

PracticeEndpoints PracticeEndpoints::withoutCredentials() const
{
    PracticeEndpoints bare = *this;
    for (Entry &entry : bare.systems) {
        entry.credential = QString();
        entry.token = QString();
    }
    return bare;
}

/** Everything that lives while the server runs. */
class PracticeServer::Running
{
public:
    explicit Running(const PracticeOptions &options)
        : m_options(withAbsoluteDatabase(options))
        , m_state(m_options.database)
        , m_confidentAi(m_state)
        , m_tempered(m_state)
        , m_tempo(m_state)
        , m_temporis(m_state)
        , m_controlToken(randomText(Alphabet::UrlSafe, 43))
        , m_control(m_controlToken.toLatin1(), m_state, m_faults, m_log, systems(), m_temporis)
    {
        m_relayThread.setObjectName(u"practice relay"_s);
    }
    ~Running() { stop(); }
    Q_DISABLE_COPY_MOVE(Running)

    Outcome<PracticeEndpoints> start();
    void stop();

private:
    /** In the order of their ids, which is that of their ports. */
    QList<System *> systems() { return {&m_confidentAi, &m_tempered, &m_tempo, &m_temporis}; }
    Outcome<Done> makeIdentity();
    Outcome<Done> listen();
    PracticeEndpoints endpoints(const SampleCredentials &credentials);

    PracticeOptions m_options;
    State m_state;
    FaultBook m_faults;
    RequestLog m_log;
    ConfidentAi m_confidentAi;
    Tempered m_tempered;
    Tempo m_tempo;
    Temporis m_temporis;
    QString m_controlToken;
    Control m_control;
    QTemporaryDir m_temporary;
    std::optional<ServerIdentity> m_identity;
    QString m_caFile;
    QThread m_relayThread;
    std::vector<std::unique_ptr<Listener>> m_listeners; ///< control first
};

Outcome<PracticeEndpoints> PracticeServer::Running::start()
{
    if (m_state.isNew()) {
        populate(m_state, {m_confidentAi, m_tempered, m_tempo, m_temporis},
                 {m_options.projects, m_options.keys});
    }
    const auto credentials = sampleCredentials(m_state, systems(), m_options.database);
    if (!credentials)
        return credentials.error();
    if (const auto made = makeIdentity(); !made)
        return made.error();
    if (const auto listening = listen(); !listening)
        return listening.error();
    return endpoints(*credentials);
}

Outcome<Done> PracticeServer::Running::makeIdentity()
{
    if (!m_options.tls)
        return Done{};
    m_identity = makeServerIdentity();
    m_caFile = m_options.database.isEmpty() ? m_temporary.filePath(u"ca.pem"_s)
                                            : m_options.database + ".ca.pem"_L1;
    QFile file(m_caFile);
    if (!m_identity || !file.open(QIODevice::WriteOnly) ||
        file.write(m_identity->authorityPem) != m_identity->authorityPem.size())
        return failed(ErrorKind::Tls, PracticeServer::tr("The certificate cannot be made."));
    return Done{};
}

Outcome<Done> PracticeServer::Running::listen()
{
    m_relayThread.start();
    ListenerContext context{m_state, m_faults, nullptr, m_relayThread, nullptr, 0};
    m_listeners.push_back(std::make_unique<Listener>(u"control"_s, m_control, context));
    context.identity = m_identity ? &*m_identity : nullptr;
    context.log = &m_log;
    context.latencyMs = m_options.latencyMs;
    for (System *system : systems())
        m_listeners.push_back(std::make_unique<Listener>(system->id(), *system, context));
    for (std::size_t i = 0; i < m_listeners.size(); ++i) {
        const int port = m_options.port == 0 ? 0 : m_options.port + int(i);
        if (port > 65535 || !m_listeners[i]->start(quint16(port)))
            return failed(ErrorKind::Network,
                          PracticeServer::tr("Port %1 cannot be used.").arg(port));
    }
    return Done{};
}

PracticeEndpoints PracticeServer::Running::endpoints(const SampleCredentials &credentials)
{
    PracticeEndpoints endpoints;
    const QList<System *> all = systems();
    for (qsizetype i = 0; i < all.size(); ++i) {
        PracticeEndpoints::Entry entry;
        entry.baseUrl = m_listeners[std::size_t(i) + 1]->origin();
        const QString secret = credentials.value(all[i]->id());
        if (all[i] == &m_temporis)
            entry.token = secret;
        else
            entry.credential = secret;
        endpoints.systems.insert(all[i]->id(), entry);
    }
    endpoints.controlUrl = m_listeners.front()->origin();
    endpoints.controlToken = m_controlToken;
    endpoints.caFile = m_caFile;
    return endpoints;
}

void PracticeServer::Running::stop()
{
    // The relay first: its connections hold the threads of the servers behind it.
    m_relayThread.quit();
    m_relayThread.wait();
    m_listeners.clear();
}

PracticeServer::PracticeServer() = default;

PracticeServer::~PracticeServer() = default;

Outcome<PracticeEndpoints> PracticeServer::start(const PracticeOptions &options)
{
    try {
        m_running = std::make_unique<Running>(options);
        return m_running->start();
    } catch (const DatabaseError &error) {
        return failed(ErrorKind::Storage,
                      tr("The database %1 cannot be used: %2")
                          .arg(options.database, QString::fromLocal8Bit(error.what())));
    }
}

void PracticeServer::stop()
{
    m_running.reset();
}

} // namespace chatelaine
