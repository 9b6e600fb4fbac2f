package import Hummingbird
import EchoLedger
import NIOConcurrencyHelpers
import NIOCore

/// What a request carries along: who sent it, and from where.
package struct EchoContext: RequestContext {
    /// Hummingbird's own part.
    package var coreContext: CoreRequestContextStorage
    /// Who sent it; set before a route is called.
    var caller = Caller.unknown {
        didSet {
            let text = caller.actor.text
            known.withLockedValue { $0 = text }
        }
    }
    /// The caller's opaque id, for the log line that is written outside of where the caller is found out.
    let known = NIOLockedValueBox(AuditActor.unknown.text)
    /// What its body holds of the memory for bodies; `nil` before a route is called.
    var body: BodyMemory.Share?
    /// Whether the connection ends with this answer, and takes no other request.
    let isClosing = NIOLockedValueBox(false)
    /// The caller's address: the connection's other end, or whom a proxy names; `nil` where there is no network.
    var peer: String?
    /// The connection.
    let channel: any Channel

    /// Nobody has called yet.
    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        peer = source.channel.remoteAddress?.ipAddress
    }

    /// How long a refused client has to take the answer.
    private static let lingering = TimeAmount.seconds(2)

    /// Ends the connection soon after the answer, and reads no more of what is still being sent.
    ///
    /// Not at once: a connection that is closed over unread bytes takes the answer with it.
    func closeAfterAnswer() {
        let channel = channel
        let end: @Sendable () -> Void = {
            channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        }
        // A stream of HTTP/2 ends by itself; a connection's parent is the listener, which has none.
        guard channel.parent?.parent == nil else { return end() }
        isClosing.withLockedValue { $0 = true }
        _ = channel.setOption(.autoRead, value: false)
        channel.eventLoop.scheduleTask(in: Self.lingering, end)
    }
}
