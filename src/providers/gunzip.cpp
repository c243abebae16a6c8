// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/gunzip.h"

#include <QCoreApplication>
#include <QIODevice>

#include <array>

#define ZLIB_CONST
#include <zlib.h>

namespace chatelaine {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;
constexpr qint64 harmlessBytes = 1 << 20;
constexpr int gzipWindow = 15 + 16; // 15: the largest window, 16: with gzip's head and trailer

class UnpackErrors
{
    Q_DECLARE_TR_FUNCTIONS(ProviderClient)
public:
    static Error damaged()
    {
        return made(ErrorKind::Protocol, tr("The file that the vendor sent is damaged or not "
                                            "complete. Nothing was kept of it."));
    }
    static Error tooLarge()
    {
        return made(ErrorKind::Protocol,
                    tr("The file that the vendor sent unpacks to more than can "
                       "be right. Nothing was kept of it."));
    }
    static Error unwritable(const QString &reason)
    {
        return made(ErrorKind::Storage, tr("The file could not be written: %1").arg(reason));
    }

private:
    static Error made(ErrorKind kind, const QString &message)
    {
        Error error;
        error.kind = kind;
        error.message = message;
        return error;
    }
};

class Unpacker
{
public:
    Unpacker(QIODevice &packed, QIODevice &unpacked, const UnpackBounds &bounds)
        : m_packed(packed)
        , m_unpacked(unpacked)
        , m_bounds(bounds)
    {}
    ~Unpacker()
    {
        if (m_started)
            inflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Unpacker)

    Outcome<Done> run()
    {
        QByteArray piece = m_packed.read(pieceBytes);
        const bool isGzip = piece.startsWith("\x1f\x8b");
        if (isGzip && inflateInit2(&m_stream, gzipWindow) != Z_OK)
            return UnpackErrors::damaged();
        m_started = isGzip;
        while (!piece.isEmpty()) {
            m_read += piece.size();
            const Outcome<Done> taken =
                isGzip ? inflatePiece(piece) : write(piece.constData(), piece.size());
            if (!taken)
                return taken;
            piece = m_packed.read(pieceBytes);
        }
        if (!m_packed.atEnd() || (isGzip && !m_memberEnded))
            return UnpackErrors::damaged();
        return Done{};
    }

private:
    Outcome<Done> inflatePiece(const QByteArray &piece)
    {
        m_stream.next_in = reinterpret_cast<const Bytef *>(piece.constData());
        m_stream.avail_in = static_cast<uInt>(piece.size());
        do {
            if (m_memberEnded && m_stream.avail_in > 0 && !nextMember())
                return UnpackErrors::damaged();
            m_stream.next_out = reinterpret_cast<Bytef *>(m_out.data());
            m_stream.avail_out = static_cast<uInt>(m_out.size());
            const int result = inflate(&m_stream, Z_NO_FLUSH);
            if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
                return UnpackErrors::damaged();
            m_memberEnded = result == Z_STREAM_END;
            const auto made = static_cast<qint64>(m_out.size() - m_stream.avail_out);
            if (const auto written = write(m_out.data(), made); !written)
                return written;
        } while (m_stream.avail_in > 0 || m_stream.avail_out == 0);
        return Done{};
    }

    bool nextMember()
    {
        m_memberEnded = false;
        return inflateReset(&m_stream) == Z_OK;
    }

    Outcome<Done> write(const char *bytes, qint64 size)
    {
        m_written += size;
        const bool wild = m_written > harmlessBytes &&
                          m_written > m_read * static_cast<qint64>(m_bounds.maximumRatio);
        if (wild || m_written > m_bounds.maximumSize)
            return UnpackErrors::tooLarge();
        if (m_unpacked.write(bytes, size) != size)
            return UnpackErrors::unwritable(m_unpacked.errorString());
        return Done{};
    }

    QIODevice &m_packed;
    QIODevice &m_unpacked;
    const UnpackBounds m_bounds;
    z_stream m_stream{};
    bool m_started = false;
    bool m_memberEnded = false;
    qint64 m_read = 0;
    qint64 m_written = 0;
    std::array<char, pieceBytes> m_out;
};

} // namespace

Outcome<Done> unpackGzip(QIODevice &packed, QIODevice &unpacked, const UnpackBounds &bounds)
{
    return Unpacker(packed, unpacked, bounds).run();
}

} // namespace chatelaine
