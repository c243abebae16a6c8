// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/team.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usualPort = 5432;

struct TeamAddressTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::TeamAddress)
};

Error refusal(const QString &message, const QString &next)
{
    return Error::of(ErrorKind::InvalidRequest, message, next);
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString encodedPath(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

QString usualMode(const TeamAddress &address)
{
    return address.isLocal() ? u"prefer"_s : u"verify-full"_s;
}

/** libpq gets its parameters quoted, and Qt takes a semicolon for the end of one. */
bool isPlain(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == u';' || c == u'\'' || c == u'\\' || c.unicode() < 0x20 || c.unicode() == 0x7f;
    });
}

std::optional<Error> readParameters(const QString &query, TeamAddress &address)
{
    for (const auto &[name, value] : QUrlQuery(query).queryItems(QUrl::FullyDecoded)) {
        if (name == "sslmode"_L1)
            address.sslMode = value;
        else if (name == "sslrootcert"_L1)
            address.caFile = value;
        else if (name == "host"_L1 && address.host.isEmpty())
            address.host = value;
        else
            return refusal(TeamAddressTexts::tr("The address has a parameter that is not offered."),
                           TeamAddressTexts::tr("What there is: sslmode, sslrootcert and host."));
    }
    return std::nullopt;
}

std::optional<Error> protect(TeamAddress &address)
{
    static const QStringList modes{u"disable"_s, u"allow"_s,     u"prefer"_s,
                                   u"require"_s, u"verify-ca"_s, u"verify-full"_s};
    if (address.sslMode.isEmpty())
        address.sslMode = usualMode(address);
    if (!modes.contains(address.sslMode))
        return refusal(TeamAddressTexts::tr("There is no such sslmode."),
                       TeamAddressTexts::tr("What there is: %1.").arg(modes.join(", "_L1)));
    if (!address.isLocal() && address.sslMode != modes.constLast())
        return refusal(TeamAddressTexts::tr(
                           "Only sslmode=verify-full is taken for another machine: with less, "
                           "whoever is on the way can read the journal and answer for the "
                           "server."),
                       TeamAddressTexts::tr("Leave sslmode out, and name the server's CA with "
                                            "sslrootcert=FILE where the system does not know it."));
    return std::nullopt;
}

} // namespace

bool TeamAddress::isLocal() const
{
    static const QRegularExpression loopback(u"^(localhost|127(\\.\\d{1,3}){3}|::1)$"_s);
    return host.isEmpty() || host.startsWith(u'/') || loopback.match(host).hasMatch();
}

QString TeamAddress::toString() const
{
    const bool isSocket = host.startsWith(u'/');
    QString text = u"postgresql://"_s;
    if (!user.isEmpty())
        text += encoded(user) + u'@';
    if (!isSocket)
        text += host.contains(u':') ? u'[' + host + u']' : encoded(host);
    if (port != usualPort)
        text += u':' + QString::number(port);
    text += u'/' + encoded(database);
    QStringList parameters;
    if (isSocket)
        parameters.append(u"host="_s + encodedPath(host));
    if (sslMode != usualMode(*this))
        parameters.append(u"sslmode="_s + sslMode);
    if (!caFile.isEmpty())
        parameters.append(u"sslrootcert="_s + encodedPath(caFile));
    return parameters.isEmpty() ? text : text + u'?' + parameters.join(u'&');
}

Outcome<TeamAddress> TeamAddress::parse(const QString &text)
{
    static const QRegularExpression form(
        u"^postgres(?:ql)?://(?:(?<user>[^/?@:]*)(?<password>:[^/?@]*)?@)?"
        "(?:\\[(?<ip6>[0-9a-fA-F:]+)\\]|(?<host>[^/?@:]*))(?::(?<port>\\d{1,5}))?"
        "/(?<database>[^/?@]+)(?:\\?(?<query>.*))?$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return refusal(
            TeamAddressTexts::tr("This is no address of a PostgreSQL database."),
            TeamAddressTexts::tr("It has the form postgresql://USER@HOST:PORT/DATABASE."));
    if (match.hasCaptured(u"password"_s))
        return refusal(
            TeamAddressTexts::tr("An address with a password in it is not taken: every program on "
                                 "this machine can read a command line."),
            TeamAddressTexts::tr("Leave it out of the address. It comes from the keychain, from "
                                 "the file that PGPASSFILE names, from ~/.pgpass, or is not needed "
                                 "with peer authentication."));
    TeamAddress address;
    address.user = decoded(match.captured(u"user"_s));
    address.host =
        match.hasCaptured(u"ip6"_s) ? match.captured(u"ip6"_s) : decoded(match.captured(u"host"_s));
    if (match.hasCaptured(u"port"_s))
        address.port = match.captured(u"port"_s).toInt();
    address.database = decoded(match.captured(u"database"_s));
    if (const auto error = readParameters(match.captured(u"query"_s), address))
        return *error;
    const bool plain = isPlain(address.user) && isPlain(address.host) &&
                       isPlain(address.database) && isPlain(address.caFile) &&
                       !address.host.contains(u',');
    if (!plain || address.port < 1 || address.port > 65535)
        return refusal(TeamAddressTexts::tr("The address has a character or number that cannot be "
                                            "part of it."),
                       TeamAddressTexts::tr("Name one server and one database."));
    if (const auto error = protect(address))
        return *error;
    return address;
}

QString InstallationChain::writer() const
{
    return user + u'@' + host;
}

} // namespace chatelaine
