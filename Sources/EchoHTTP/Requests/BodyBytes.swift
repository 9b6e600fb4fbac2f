import Foundation
import Hummingbird
import NIOCore

/// Takes in a body in parts, within bounds of size and time.
enum BodyBytes {
    /// What a client has to send at least, in bytes a second, once its grace is over.
    static let slowest = 1_024.0
    /// How long a client may be slower than that.
    static let grace = Duration.seconds(20)

    /// The whole body, which counts as held until the request is over.
    ///
    /// - Throws: ``HTTPFailure/tooLarge(limit:)``, ``HTTPFailure/slow``, `ServingError.busy(retryAfter:)` where
    ///   all bodies together would hold too much.
    static func collect(_ request: Request, _ context: EchoContext, limit: Int) async throws -> Data {
        var data = Data()
        try await each(request, context, limit: limit) { part in
            try context.body?.take(part.readableBytes)
            data.append(contentsOf: part.readableBytesView)
        }
        return data
    }

    /// Hands on each part as it comes.
    ///
    /// - Throws: ``HTTPFailure/tooLarge(limit:)``, ``HTTPFailure/slow``, and what `take` throws; the rest of the
    ///   body is not read then, and the connection ends with the answer.
    static func each(
        _ request: Request, _ context: EchoContext, limit: Int, take: (ByteBuffer) async throws -> Void
    ) async throws {
        do {
            if let declared = request.headers[.contentLength].flatMap({ Int($0) }), declared > limit {
                throw HTTPFailure.tooLarge(limit: limit)
            }
            let start = ContinuousClock.now
            var count = 0
            for try await part in request.body {
                count += part.readableBytes
                guard count <= limit else { throw HTTPFailure.tooLarge(limit: limit) }
                let taken = ContinuousClock.now - start
                if taken > grace, Double(count) / (taken / .seconds(1)) < slowest { throw HTTPFailure.slow }
                try await take(part)
            }
        } catch {
            context.closeAfterAnswer()
            throw error
        }
    }
}
