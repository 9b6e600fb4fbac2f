import EchoLedger
import EchoService
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// A job's events as server-sent events; a comment now and then keeps the line open.
///
/// - Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
enum EventStream {
    /// Between two comments.
    static let pause = Duration.seconds(10)
    /// Between two looks whether the listener is still let in.
    static let watch = Duration.seconds(2)

    /// Sends events as they come, and ends with the last, with the client, or with the service.
    ///
    /// - Parameter isAdmitted: whether the listener is still let in; where not, the stream ends too.
    static func response(
        of events: AsyncThrowingStream<JobEvent, any Error>,
        while isAdmitted: @escaping @Sendable () async -> Bool
    ) -> Response {
        let body = ResponseBody { writer in
            let (lines, feed) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingOldest(10_000))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await send(events, into: feed) }
                group.addTask { await keepOpen(feed, while: isAdmitted) }
                try await withGracefulShutdownHandler {
                    for await line in lines { try await writer.write(ByteBuffer(string: line)) }
                } onGracefulShutdown: {
                    feed.finish()
                }
                group.cancelAll()
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
    }

    /// One event in the stream's form.
    static func text(of event: JobEvent) throws -> String {
        let data = String(decoding: try ResultCoding.encode(event), as: UTF8.self)
        return "id: \(event.sequence)\nevent: \(event.kind.rawValue)\ndata: \(data)\n\n"
    }

    private static func send(
        _ events: AsyncThrowingStream<JobEvent, any Error>, into feed: AsyncStream<String>.Continuation
    ) async throws {
        defer { feed.finish() }
        feed.yield("retry: 2000\n\n")
        for try await event in events { feed.yield(try text(of: event)) }
    }

    private static func keepOpen(
        _ feed: AsyncStream<String>.Continuation, while isAdmitted: @Sendable () async -> Bool
    ) async {
        var quiet = Duration.zero
        while !Task.isCancelled {
            try? await Task.sleep(for: watch)
            guard await isAdmitted() else { return feed.finish() }
            quiet += watch
            guard quiet >= pause else { continue }
            quiet = .zero
            if case .terminated = feed.yield(": open\n\n") { return }
        }
    }
}

extension HTTPField.Name {
    /// The number of the last event that a client saw.
    static var lastEventID: Self { HTTPField.Name("Last-Event-ID") ?? .range }
}
