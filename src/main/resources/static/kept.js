/*
 * Keeps what is typed in the text areas of a form in this browser, by the form's address and the field's name, until it was sent or a week
 * has passed; never a field of one line, so no password and no code. Signing out forgets it all. Every page works without it.
 */
(() => {
  'use strict';
  const BEGINNING = 'fairnotice typed ';
  const SENT = 'fairnotice sent';
  const WEEK = 7 * 24 * 60 * 60 * 1000;
  const restored = document.currentScript.dataset.restored;
  let kept, sent;
  try {
    kept = window.localStorage;
    sent = window.sessionStorage;
    kept.getItem(SENT);
  } catch (closed) {
    return;
  }

  const isForm = form => form && (form.getAttribute('method') || '').toLowerCase() === 'post';
  // a field named "action" stands in the way of form.action
  const beginning = form => BEGINNING + new URL(form.getAttribute('action') || '', location.href).pathname + ' ';
  const key = area => beginning(area.form) + area.name;
  const areas = () => [...document.querySelectorAll('form textarea[name]')].filter(area => isForm(area.form));
  const keys = () => Object.keys(kept).filter(name => name.startsWith(BEGINNING));

  const read = name => {
    try {
      const typed = JSON.parse(kept.getItem(name));
      return Date.now() - typed.at < WEEK ? typed.text : null;
    } catch (unreadable) {
      return null;
    }
  };
  const write = (name, text) => {
    try {
      if (text.trim() === '') {
        kept.removeItem(name);
      } else {
        kept.setItem(name, JSON.stringify({at: Date.now(), text}));
      }
    } catch (full) {
      // the page itself still has it
    }
  };

  /** A form was taken when the page after it says so, or neither shows that form again nor says that it was not sent. */
  const forgetWhatWasSent = () => {
    const done = document.querySelector('main [role=status]') !== null;
    const unsent = document.querySelector('[data-unsent]') !== null;
    const here = areas().map(key);
    JSON.parse(sent.getItem(SENT) || '[]')
        .filter(name => !unsent && (done || !here.includes(name)))
        .forEach(name => kept.removeItem(name));
    sent.removeItem(SENT);
  };

  const restore = area => {
    const text = area.value === '' ? read(key(area)) : null;
    if (text === null) {
      return;
    }
    area.value = text;
    const note = document.createElement('small');
    note.textContent = restored;
    area.before(note);
  };

  keys().filter(name => read(name) === null).forEach(name => kept.removeItem(name));
  forgetWhatWasSent();
  areas().forEach(restore);
  // going back to a form that was refused, or a reload of it, asks for the page and does not send the form once more
  if (document.querySelector('[data-unsent]')) {
    history.replaceState(history.state, '', location.href);
  }

  document.addEventListener('input', event => {
    if (event.target.matches('form textarea[name]') && isForm(event.target.form)) {
      write(key(event.target), event.target.value);
    }
  });
  document.addEventListener('submit', event => {
    if (!isForm(event.target)) {
      return;
    }
    const mine = beginning(event.target);
    if (mine.endsWith('/logout ')) {
      keys().forEach(name => kept.removeItem(name));
    } else {
      sent.setItem(SENT, JSON.stringify(keys().filter(name => name.startsWith(mine))));
    }
  });
})();
