# ruff: noqa
# Programs that want to speak to somebody: the Runtime API, the machine's own services, anybody.

#: asks the Runtime API for the current event
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import http.client, os
def solution(_):
    connection = http.client.HTTPConnection(os.environ.get("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001"), timeout=1)
    connection.request("GET", "/2018-06-01/runtime/invocation/next")
    return connection.getresponse().read().decode()

#: answers in the executor's place
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import urllib.request
def solution(_):
    request = urllib.request.Request("http://127.0.0.1:9001/2018-06-01/runtime/invocation/1/response", b"{}", method="POST")
    return urllib.request.urlopen(request, timeout=1).status

#: reports an error in the executor's place
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import socket
def solution(_):
    with socket.create_connection(("127.0.0.1", 9001), 1) as link:
        link.sendall(b"POST /2018-06-01/runtime/invocation/1/error HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")
        return link.recv(100).decode()

#: reports that the function could not start
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import _socket
def solution(_):
    link = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
    link.connect(("127.0.0.1", 9001))
    link.send(b"POST /2018-06-01/runtime/init/error HTTP/1.1\r\n\r\n")

#: registers an extension
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import http.client
def solution(_):
    connection = http.client.HTTPConnection("127.0.0.1", 9001, timeout=1)
    connection.request("POST", "/2020-01-01/extension/register", '{"events": ["INVOKE"]}', {"Lambda-Extension-Name": "x"})
    return connection.getresponse().status

#: subscribes to telemetry
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import http.client
def solution(_):
    connection = http.client.HTTPConnection("127.0.0.1", 9001, timeout=1)
    connection.request("PUT", "/2022-07-01/telemetry", "{}", {"Lambda-Extension-Identifier": "x"})
    return connection.getresponse().status

#: asks for credentials of the machine
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import urllib.request
def solution(_):
    return urllib.request.urlopen("http://169.254.169.254/latest/meta-data/iam/", timeout=1).read().decode()

#: resolves a name
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import socket
def solution(_):
    return socket.gethostbyname("example.invalid")

#: resolves a name by every function there is
#: {"reason": null, "value": 0}
import socket
def solution(_):
    found = 0
    for ask in (lambda: socket.getaddrinfo("example.invalid", 80), lambda: socket.gethostbyaddr("127.0.0.1"), lambda: socket.getnameinfo(("127.0.0.1", 80), 0), lambda: socket.getfqdn("127.0.0.1") == "127.0.0.1" or 1 / 0, lambda: socket.if_nameindex()):
        try:
            answer = ask()
            found += answer not in (True, ("127.0.0.1", "80"), ("127.0.0.1", "http"), ("localhost", "80"), ("localhost", "http"))
        except (OSError, ZeroDivisionError):
            pass
    return found

#: makes a socket of every family and kind
#: {"reason": null, "value": []}
import socket
def solution(_):
    made = []
    for family in range(0, 46):
        for kind in (1, 2, 3, 5, 1 | 0o2000000):
            for protocol in (0, 6, 15):
                try:
                    socket.socket(family, kind, protocol)
                    made.append((family, kind, protocol))
                except OSError:
                    pass
    return made

#: makes a pair of sockets
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import socket
def solution(_):
    return len(socket.socketpair(socket.AF_UNIX))

#: treats its own descriptors as sockets
#: {"reason": null, "value": 0}
import socket
def solution(_):
    found = 0
    for number in range(256):
        for family, kind in ((socket.AF_UNIX, socket.SOCK_STREAM), (socket.AF_INET, socket.SOCK_STREAM)):
            try:
                link = socket.socket(family, kind, fileno=number)
                link.sendall(b"end 0 0 0 0 0\n")
                found += 1
            except OSError:
                pass
            else:
                link.detach()
    return found

#: sends itself a descriptor over a socket
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import socket, array
def solution(_):
    left, right = socket.socketpair()
    socket.send_fds(left, [b"x"], [0])
    return socket.recv_fds(right, 1, 1)[1]

#: serves
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import http.server
def solution(_):
    http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler).serve_forever()

#: speaks by event loop
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import asyncio
async def talk():
    reader, writer = await asyncio.open_connection("127.0.0.1", 9001)
    return (await reader.read()).decode()
def solution(_):
    return asyncio.run(talk())

#: sends mail and transfers files
#: {"reason": null, "value": 0}
import smtplib, ftplib, xmlrpc.client, urllib.request, ssl, logging.handlers
def solution(_):
    done = 0
    for attempt in (lambda: smtplib.SMTP("127.0.0.1", 25, timeout=1), lambda: ftplib.FTP("127.0.0.1", timeout=1), lambda: xmlrpc.client.ServerProxy("http://127.0.0.1:9001").x(), lambda: urllib.request.urlopen("file:///etc/passwd"), lambda: ssl.get_server_certificate(("127.0.0.1", 443), timeout=1)):
        try:
            attempt()
            done += 1
        except Exception:
            pass
    return done
