"""The scripted mail server tells the truth: what it acknowledged lies in its record, and what it refused does not."""

import json
import os
import signal
import smtplib
import socket
import threading

import pytest

from procurement_csr.faults.record import read_accepted
from procurement_csr.faults.scripts import FAULTS, Manner
from procurement_csr.faults.sink import HOST, Sink
from procurement_csr.faults.sink_process import SinkProcess

SENDER, ULLA = "steget@exempel.se", "ulla@exempel.se"
TIMEOUT = 10


@pytest.fixture
def sink(tmp_path):
    with Sink(tmp_path / "accepted.jsonl", keeps_content=True) as sink:
        yield sink


def mail(number=1):
    return f"From: {SENDER}\r\nTo: {ULLA}\r\nMessage-ID: <{number}@exempel.se>\r\n\r\nHej Ulla!\r\n.\r\nHej då".encode()


def client(sink, timeout=TIMEOUT):
    return smtplib.SMTP(HOST, sink.port, local_hostname="test", timeout=timeout)


def send(server, number=1, to=ULLA):
    server.sendmail(SENDER, [to], mail(number))


def test_what_is_accepted_lies_in_the_record_in_order_and_unchanged(sink):
    with client(sink) as server:
        for number in (1, 2, 3):
            send(server, number)
    first, *others = sink.accepted()
    assert (first.number, first.message_id, first.recipients) == (1, "<1@exempel.se>", (ULLA,))
    assert first.sender == SENDER
    assert first.content.encode("latin-1") == mail(1) + b"\r\n"
    assert [accepted.message_id for accepted in others] == ["<2@exempel.se>", "<3@exempel.se>"]
    assert len({first.digest, *(accepted.digest for accepted in others)}) == 3
    assert sink.status() == {"accepted": 3, "connections": 1, "met": {}, "waiting": {}}


def test_a_mail_is_in_the_record_before_it_is_acknowledged(sink):
    sink.script("hang_after_accepting")
    with client(sink, timeout=0.3) as server:
        server.mail(SENDER)
        server.rcpt(ULLA)
        server.docmd("DATA")
        assert sink.accepted() == []
        server.send(mail()[:20] + b"\r\n.\r\n")
        with pytest.raises(smtplib.SMTPServerDisconnected):
            server.getreply()
    assert [accepted.fault for accepted in sink.accepted()] == ["hang_after_accepting"]


def provoke(sink, name):
    """Let one mail meet a fault. Gives what `smtplib` made of it."""
    sink.script(name, seconds=60 if FAULTS[name].manner is Manner.DOWN else 0.05)
    try:
        with client(sink) as server:
            if name == "refuse_sign_in":
                server.login("steget", "hemligt")
            if name == "refuse_reset":
                assert server.noop()[0] == server.rset()[0] == 502
            send(server)
    except OSError as error:
        return error
    return None


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_met_once_and_its_mail_is_accepted_or_not_as_the_table_says(sink, name):
    provoke(sink, name)
    assert len(sink.accepted()) == FAULTS[name].is_accepted
    met = sink.status()["met"][name]
    assert met >= 1 if FAULTS[name].manner is Manner.SLOW or name == "refuse_reset" else met == 1
    sink.clear()
    sink.up()
    with client(sink) as server:
        send(server, 2)
    assert [accepted.message_id for accepted in sink.accepted()][-1] == "<2@exempel.se>"
    assert sink.accepted()[-1].fault == ""


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("busy_at_greeting", 421),
        ("refuse_sign_in", 535),
        ("busy_at_sender", 451),
        ("full_after_content", 452),
        ("error_after_content", 451),
        ("refuse_after_content", 554),
        ("close_after", 421),
    ],
)
def test_a_refusal_says_its_code(sink, name, code):
    assert provoke(sink, name).smtp_code == code


@pytest.mark.parametrize(("name", "code"), [("greylist_recipient", 450), ("unknown_recipient", 550)])
def test_a_refused_recipient_is_named_as_real_servers_do(sink, name, code):
    said_code, said = provoke(sink, name).recipients[ULLA]
    assert said_code == code
    assert ULLA.encode() in said


def test_faults_of_mails_are_met_in_the_order_they_were_scripted(sink):
    sink.script("busy_at_sender", times=2)
    sink.script("refuse_after_content")
    assert sink.status()["waiting"] == {"busy_at_sender": 2, "refuse_after_content": 1}
    codes = []
    with client(sink) as server:
        for number in range(4):
            try:
                send(server, number)
                codes.append(250)
            except smtplib.SMTPResponseException as error:
                codes.append(error.smtp_code)
    assert codes == [451, 451, 554, 250]
    assert sink.status()["met"] == {"busy_at_sender": 2, "refuse_after_content": 1}


def test_cleared_scripts_are_not_met(sink):
    sink.script("busy_at_sender", times=5)
    sink.clear()
    with client(sink) as server:
        send(server)
    assert len(sink.accepted()) == 1


def test_a_session_closes_after_the_number_of_mails_it_was_told(sink):
    sink.script("close_after", after=2)
    with client(sink) as server:
        send(server, 1)
        send(server, 2)
        with pytest.raises(smtplib.SMTPSenderRefused, match="421"):
            send(server, 3)
    assert len(sink.accepted()) == 2


def test_a_server_that_says_421_hangs_up(sink):
    sink.script("busy_at_greeting")
    with socket.create_connection((HOST, sink.port), timeout=TIMEOUT) as connection, connection.makefile("rb") as lines:
        assert lines.read() == b"421 4.3.2 Too many connections\r\n"


def test_two_servers_cannot_share_a_port(sink, tmp_path):
    with pytest.raises(OSError, match="in use"):
        Sink(tmp_path / "other.jsonl", port=sink.port)


def test_mails_are_brought_to_the_disk_when_that_is_asked_for(tmp_path, monkeypatch):
    synced, fsync = [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: synced.append(len(sink.accepted())) or fsync(file))
    for syncs in (False, True):
        with Sink(tmp_path / "accepted.jsonl", syncs=syncs) as sink, client(sink) as server:
            send(server)
    assert synced == [2]


def test_an_unknown_fault_is_refused(sink):
    with pytest.raises(KeyError, match="explode"):
        sink.script("explode")


def test_a_client_that_leaves_in_the_middle_of_the_content_has_sent_nothing(sink):
    server = client(sink)
    server.mail(SENDER)
    server.rcpt(ULLA)
    server.docmd("DATA")
    server.send(mail().partition(b"\r\n.")[0])
    server.close()
    with client(sink) as other:
        send(other, 2)
    assert [accepted.message_id for accepted in sink.accepted()] == ["<2@exempel.se>"]


def test_a_second_mail_cannot_begin_within_the_first(sink):
    with client(sink) as server:
        assert server.mail(SENDER)[0] == 250
        assert server.mail(SENDER)[0] == 503
        assert server.docmd("DATA")[0] == 503
        assert server.docmd("SING")[0] == 500


def test_a_server_that_is_down_refuses_and_keeps_its_port(sink):
    with client(sink) as server:
        sink.down()
        with pytest.raises(smtplib.SMTPServerDisconnected):
            send(server)
    with pytest.raises(ConnectionRefusedError):
        client(sink)
    sink.up()
    with client(sink) as server:
        send(server)
    assert len(sink.accepted()) == 1


def test_a_refusal_of_connections_ends_by_itself(sink):
    sink.script("refuse_connection", seconds=0.5)
    with pytest.raises(ConnectionRefusedError):
        client(sink)
    threading.Event().wait(0.8)
    with client(sink) as server:
        send(server)


def test_a_server_that_was_stopped_stays_away(tmp_path):
    with Sink(tmp_path / "accepted.jsonl", control=0) as sink:
        sink.script("refuse_connection", seconds=0.1)
    threading.Event().wait(0.3)
    for port in (sink.port, sink.control):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((HOST, port), timeout=TIMEOUT)


def test_many_clients_at_once_lose_and_double_nothing(sink):
    def work(part):
        with client(sink) as server:
            for number in range(25):
                send(server, f"{part}-{number}")

    threads = [threading.Thread(target=work, args=[part]) for part in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    accepted = sink.accepted()
    assert [mail.number for mail in accepted] == list(range(1, 201))
    assert len({mail.message_id for mail in accepted}) == 200


def test_a_half_written_last_line_was_never_acknowledged_and_is_cut_off(tmp_path):
    path = tmp_path / "accepted.jsonl"
    with Sink(path) as sink, client(sink) as server:
        send(server, 1)
    with path.open("ab") as file:
        file.write(b'{"number": 2, "mess')
    assert [mail.number for mail in read_accepted(path)] == [1]
    with Sink(path) as sink, client(sink) as server:
        send(server, 3)
    assert [(mail.number, mail.message_id) for mail in read_accepted(path)] == [
        (1, "<1@exempel.se>"),
        (2, "<3@exempel.se>"),
    ]


def test_a_mail_that_cannot_be_written_down_is_not_acknowledged(sink):
    with client(sink) as server:
        sink.record.close()
        with pytest.raises(smtplib.SMTPServerDisconnected):
            send(server)
    sink.record = type(sink.record)(sink.path)
    assert sink.accepted() == []


def test_a_process_of_its_own_has_the_same_methods_and_its_record_survives_its_death(tmp_path):
    path = tmp_path / "accepted.jsonl"
    with SinkProcess(path) as sink:
        sink.script("busy_at_sender", times=2)
        sink.clear()
        sink.script("drop_after_accepting")
        with client(sink) as server, pytest.raises(smtplib.SMTPServerDisconnected):
            send(server, 1)
        assert sink.status()["accepted"] == 1
        sink.drop()
        sink.down()
        with pytest.raises(ConnectionRefusedError):
            client(sink)
        sink.up()
        with pytest.raises(ValueError, match="explode"):
            sink.script("explode")
        os.kill(sink.process.pid, signal.SIGKILL)
        port = sink.port
    with SinkProcess(path, port=port) as sink, client(sink) as server:
        send(server, 2)
        assert [mail.message_id for mail in sink.accepted()] == ["<1@exempel.se>", "<2@exempel.se>"]


def test_the_control_port_takes_one_object_a_line_and_says_what_was_wrong(tmp_path):
    with (
        Sink(tmp_path / "accepted.jsonl", control=0) as sink,
        socket.create_connection((HOST, sink.control)) as control,
        control.makefile("rwb", buffering=0) as lines,
    ):

        def ask(line):
            lines.write(line + b"\n")
            return json.loads(lines.readline())

        assert ask(b'{"do": "script", "fault": "slow", "seconds": 1}') is None
        assert ask(b'{"do": "status"}')["waiting"] == {"slow": 1}
        for nonsense in (b"hello", b"[]", b'{"do": "dance"}', b'{"do": "script"}'):
            assert "error" in ask(nonsense)
